import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tenant } from '@latchkey/identity'
import { createTenant, type NewTenant } from '@latchkey/identity/administer'
import { findFreePorts } from '@latchkey/testing/free-ports'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { openChromium, openPersonsBrowser, type PersonsBrowser } from './browser.ts'
import { type Instance, inDirectory, type StoryDeps, type TimeTravel } from './directory.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import type { Program } from './program.ts'
import { registerSampleApp, type SampleApp, startSampleApp } from './sample-app.ts'
import { expectNoSecretsSaid, noteSecret, noteSecretsOfBrowser } from './secrets.ts'
import { type RunningServer, startServer } from './server.ts'

/** The organisation of the stories. */
export const domain = 'juniper.example'

/** Everything a story needs: one organisation, one server, one app, mail, and a browser. */
export interface World<Prepared> {
  readonly instance: Instance
  readonly tenant: Tenant
  readonly app: SampleApp
  /** What the story put into the directory before the server started. */
  readonly prepared: Prepared
  readonly mailbox: Mailbox
  readonly browser: Browser
  /** Follows the server when it is restarted. */
  server(): RunningServer
  appProgram: Program
  /** A browser for one more person. */
  openBrowser(options?: BrowserContextOptions): Promise<PersonsBrowser>
  /** Stop the server, do something in the directory, and start it again. */
  whileStopped<T>(does: (deps: StoryDeps) => Promise<T>, travel?: TimeTravel): Promise<T>
  /** Put everything away. Fails if a page was in trouble, or a log says a secret. */
  close(): Promise<void>
}

/** What is different about an organisation. */
export interface WorldOptions {
  readonly settings?: NonNullable<NewTenant['settings']>
  readonly environment?: Readonly<Record<string, string>>
  /** Minutes from now at which the directory was prepared. */
  readonly travel?: TimeTravel
}

/** A place for an instance: a folder of its own, a free port, a fresh master key. */
export async function newInstance(): Promise<Instance & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'))
  return {
    folder,
    url: new URL(`http://localhost:${await findFreePorts()}`),
    database: join(folder, 'latchkey.db'),
    masterKey: new Uint8Array(randomBytes(32)),
  }
}

/** Prepare an organisation, then start everything. */
export async function openWorld<Prepared>(
  prepare: (deps: StoryDeps, tenant: Tenant) => Promise<Prepared>,
  options: WorldOptions = {},
): Promise<World<Prepared>> {
  const instance = await newInstance()
  const { tenant, app, prepared } = await inDirectory(
    instance,
    async (deps) => {
      const tenant = await createTenant(deps, {
        displayName: 'Juniper Works',
        domain,
        actor: { kind: 'operator' },
        ...(options.settings && { settings: options.settings }),
      })
      const app = await registerSampleApp(deps, tenant.tenantId, { displayName: 'Expenses' })
      return { tenant, app, prepared: await prepare(deps, tenant) }
    },
    options.travel,
  )
  noteSecret(Buffer.from(instance.masterKey).toString('base64'), 'the master key')
  noteSecret(app.clientSecret, 'the secret of an app')
  const mailbox = await openMailbox()
  const environment = { LATCHKEY_SMTP_URL: mailbox.url, ...options.environment }
  let server = await startServer(instance, environment)
  const issuer = new URL(`/${tenant.tenantId}/v2.0`, instance.url)
  const [browser, appProgram] = await Promise.all([openChromium(), startSampleApp(app, issuer)])
  const browsers: PersonsBrowser[] = []

  return {
    instance,
    tenant,
    app,
    prepared,
    mailbox,
    browser,
    server: () => server,
    appProgram,
    async openBrowser(browserOptions) {
      const one = await openPersonsBrowser(browser, browserOptions)
      browsers.push(one)
      return one
    },
    async whileStopped(does, travel) {
      await server.program.stop()
      try {
        return await inDirectory(instance, does, travel)
      } finally {
        server = await startServer(instance, environment)
      }
    },
    async close() {
      for (const one of browsers) await noteSecretsOfBrowser(one)
      await browser.close()
      await Promise.all([appProgram.stop(), server.program.stop(), mailbox.close()])
      rmSync(instance.folder, { recursive: true, force: true })
      expect(browsers.flatMap(({ troubles }) => troubles)).toEqual([])
      expectNoSecretsSaid()
    },
  }
}
