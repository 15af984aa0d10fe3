import type { App, Deps } from '@latchkey/identity'
import { addApp } from '@latchkey/identity/administer'
import { findFreePorts } from '@latchkey/testing/free-ports'
import { type Program, startProgram } from './program.ts'

/** A sample app that people sign in to. */
export interface SampleApp {
  readonly url: URL
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}

/** Register a sample app, on a port of its own. */
export async function registerSampleApp(
  deps: Deps,
  tenantId: string,
  more: Partial<App> & { readonly displayName: string },
): Promise<SampleApp> {
  const url = new URL(`http://localhost:${await findFreePorts()}`)
  const { app, secret } = await addApp(deps, {
    tenantId,
    kind: 'web',
    redirectUris: [new URL('/signed-in', url).href],
    postLogoutRedirectUris: [new URL('/signed-out', url).href],
    backchannelLogoutUri: new URL('/backchannel-logout', url).href,
    consent: 'none',
    actor: { kind: 'operator' },
    ...more,
  })
  return { url, clientId: app.clientId, clientSecret: secret ?? '', name: app.displayName }
}

/** Start it. */
export async function startSampleApp(app: SampleApp, issuer: URL): Promise<Program> {
  const program = startProgram(['apps/sample-app/src/main.ts'], {
    SAMPLE_NAME: app.name,
    SAMPLE_URL: app.url.origin,
    SAMPLE_ISSUER: issuer.href,
    SAMPLE_CLIENT_ID: app.clientId,
    SAMPLE_CLIENT_SECRET: app.clientSecret,
  })
  await program.said(/ is at /)
  return program
}
