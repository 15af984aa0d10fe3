import { type Deps, permitApp, type Tenant } from '@latchkey/identity'
import { addApp } from '@latchkey/identity/administer'
import { expect } from 'vitest'
import { noteSecret } from './secrets.ts'
import type { World } from './world.ts'

/** A script of an administrator: an app that asks for its own token and calls the API. */
export interface Script {
  readonly clientId: string
  readonly clientSecret: string
}

/** What the API answered. */
export interface ScriptAnswer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a story reads what it expects, and fails where it is not there.
  readonly json: any
}

const actor = { kind: 'operator' } as const

/** Register one, and permit it these things. */
export async function registerScript(
  deps: Deps,
  { tenantId }: Tenant,
  permissions: readonly string[],
): Promise<Script> {
  const { app, secret = '' } = await addApp(deps, {
    tenantId,
    displayName: 'Night script',
    kind: 'daemon',
    redirectUris: [],
    consent: 'none',
    actor,
  })
  await permitApp(deps, { tenantId, clientId: app.clientId, permissions, actor })
  noteSecret(secret, 'the secret of a script')
  return { clientId: app.clientId, clientSecret: secret }
}

/** Call the API as the script does: with a token that it gets at the token endpoint. */
export async function run(
  { instance, tenant }: Pick<World<unknown>, 'instance' | 'tenant'>,
  { clientId, clientSecret }: Script,
  [method, path]: readonly [string, string],
  {
    body,
    headers = {},
  }: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<ScriptAnswer> {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'https://graph.microsoft.com/.default',
  }
  const token = await fetch(new URL(`/${tenant.tenantId}/oauth2/v2.0/token`, instance.url), {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  expect(token.status).toBe(200)
  const { access_token: accessToken } = await token.json()
  const answer = await fetch(new URL(`/v1.0${path}`, instance.url), {
    method,
    headers: {
      authorization: `Bearer ${accessToken}`,
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, json: text === '' ? undefined : JSON.parse(text) }
}

/** Change rules whoever they shut out: what a refusal wants to hear is said. @returns the answer to what was done */
export async function runKnowingly(
  ...[world, script, ask, more = {}]: Parameters<typeof run>
): Promise<ScriptAnswer> {
  const first = await run(world, script, ask, more)
  if (first.status !== 409) return first
  const { header, value } = first.json.error.innerError.acknowledge
  return await run(world, script, ask, { ...more, headers: { ...more.headers, [header]: value } })
}
