import {
  type AdministratorRole,
  issuePass,
  type Person,
  redeemPass,
  type Tenant,
  type Visitor,
} from '@latchkey/identity'
import { addPerson, createTenant, grantRole } from '@latchkey/identity/administer'
import { lastTenantCookie, sessionCookie } from '../http/cookies.ts'
import { type TestBrowser, testBrowser } from '../sign-in/test-browser.ts'
import { type TestPasskey, testPasskey } from '../sign-in/test-passkey.ts'
import type { TestWorld } from '../test-world.ts'

const operator = { actor: { kind: 'operator' } } as const

/** Somebody at their browser, just signed in with a Temporary Access Pass. */
export interface TestPerson {
  readonly person: Person
  readonly browser: TestBrowser
}

/** Make an organisation. */
export async function makeTenant({ deps }: TestWorld, domain: string): Promise<Tenant> {
  return await createTenant(deps, { displayName: `The people of ${domain}`, domain, ...operator })
}

/** Make somebody, and sign them in with a pass that may be used again. */
export async function makePerson(
  world: TestWorld,
  tenant: Tenant,
  name: string,
  roles: readonly AdministratorRole[] = [],
): Promise<TestPerson> {
  const { deps } = world
  const { tenantId } = tenant
  const [domain] = await deps.stores.tenants.listDomains(tenantId)
  const ask = { tenantId, userName: `${name}@${domain}`, displayName: `${name} Example`, ...operator }
  const person = await addPerson(deps, ask)
  for (const role of roles) await grantRole(deps, { tenantId, userId: person.userId, role, ...operator })
  return { person, browser: await signIn(world, person) }
}

/** Sign somebody in anew, in a browser of their own. */
export async function signIn(world: TestWorld, { tenantId, userId, userName }: Person): Promise<TestBrowser> {
  const { deps } = world
  const { pass } = await issuePass(deps, { tenantId, userId, ...operator })
  const binding = { purpose: 'sign-in', context: '' } as const
  const { token } = await redeemPass(deps, { tenantId, userName, pass, visitor, binding })
  const browser = testBrowser(world, visitor.userAgent)
  browser.cookies.set(sessionCookie(tenantId), token)
  browser.cookies.set(lastTenantCookie, tenantId)
  return browser
}

/** Add a passkey as the page does. @returns the passkey, and what the page was told */
export async function addPasskey(browser: TestBrowser): Promise<TestPasskey> {
  const kind = 'this-device'
  const begun = await browser.post('/security-info/api/passkeys/begin', { kind })
  const passkey = testPasskey()
  const response = passkey.register(begun.json().options)
  const finished = await browser.post('/security-info/api/passkeys/finish', { kind, response })
  if (finished.statusCode !== 200) throw new Error(finished.body)
  return passkey
}

const visitor: Visitor = {
  correlationId: '019310a2-7c9e-7f00-9c1a-2b4f5e6a7b8c',
  ipAddress: '192.0.2.7',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36',
  visitHash: new Uint8Array(32),
}
