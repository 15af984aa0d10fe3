import { randomBytes } from 'node:crypto'
import {
  type Attribution,
  type Binding,
  beginAuthentication,
  beginRegistration,
  type CredentialRecord,
  type Deps,
  defaultTenantSettings,
  finishAuthentication,
  finishRegistration,
  IdentityRefusal,
  issuePass,
  openKeyring,
  type Person,
  redeemPass,
  type Session,
  type SignedIn,
  type SignInRecord,
  type Stores,
  signInWithPassword,
  type Tenant,
  type TenantSettings,
  type Visitor,
} from '@latchkey/identity'
import { addPerson, createTenant, setPassword } from '@latchkey/identity/administer'
import { openStores } from '@latchkey/store'
import { CeremonyRefusal } from '@latchkey/webauthn'
import {
  createPasskey,
  type Differences,
  honestOrigin,
  type SoftwarePasskey,
  usePasskey,
} from './software-authenticator.ts'

/** Who does what nobody in particular does in a test. */
export const operator: Attribution = { actor: { kind: 'operator' } }
export const signInBinding: Binding = { purpose: 'sign-in', context: 'flow-1' }
export const registerBinding: Binding = { purpose: 'register', context: 'flow-1' }
export const goodPassword = 'correct horse battery staple'

/** A browser that visits from some address. */
export function aVisitor(change: Partial<Visitor> = {}): Visitor {
  return {
    correlationId: '00000000-0000-7000-8000-000000000001',
    ipAddress: '192.0.2.7',
    userAgent: 'Browser/1.0',
    visitHash: new Uint8Array(32).fill(7),
    ...change,
  }
}

/** One installation with real stores, and a clock that stands still unless it is set. */
export interface World {
  readonly deps: Deps
  readonly stores: Stores
  /** Moves the clock. */
  after(seconds: number): void
  aTenant(settings?: Partial<TenantSettings>): Promise<Tenant>
  aPerson(tenant: Tenant, name?: string): Promise<Person>
  close(): Promise<void>
}

let domains = 0

/** @param database where several processes meet; a file of its own if absent */
export async function openWorld(database = ':memory:'): Promise<World> {
  const stores = await openStores({ database })
  let time = Date.parse('2026-03-01T09:00:00Z')
  const now = () => new Date(time)
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const deps: Deps = {
    stores,
    keyring: await openKeyring({ stores, masterKey: new Uint8Array(32).fill(1), now, random }),
    rp: { rpId: 'id.example.com', rpName: 'Example', origins: [honestOrigin] },
    now,
    random,
    ceremonySeconds: 300,
  }
  const domainOf = async (tenant: Tenant) => (await stores.tenants.listDomains(tenant.tenantId))[0]
  return {
    deps,
    stores,
    after(seconds) {
      time += seconds * 1000
    },
    aTenant: (settings = {}) =>
      createTenant(deps, {
        ...operator,
        displayName: 'Example',
        domain: `t${++domains}.example`,
        settings: { ...defaultTenantSettings, ...settings },
      }),
    aPerson: async (tenant, name = 'anna') =>
      addPerson(deps, {
        ...operator,
        tenantId: tenant.tenantId,
        userName: `${name}@${await domainOf(tenant)}`,
        displayName: name,
      }),
    close: () => stores.close(),
  }
}

/** Sign in with a fresh pass. */
export async function arriveWithPass(
  { deps }: World,
  person: Person,
  ask: { readonly once?: boolean; readonly lifetimeMinutes?: number } = {},
): Promise<SignedIn> {
  const { tenantId, userId, userName } = person
  const { pass } = await issuePass(deps, { ...operator, tenantId, userId, ...ask })
  return redeemPass(deps, { tenantId, userName, pass, visitor: aVisitor(), binding: signInBinding })
}

/** Sign in with a fresh password. */
export async function arriveWithPassword(world: World, person: Person): Promise<SignedIn> {
  await setPassword(world.deps, { ...operator, ...person, password: goodPassword })
  return typePassword(world, person)
}

export function typePassword({ deps, after }: World, { tenantId, userName }: Person): Promise<SignedIn> {
  after(1)
  return signInWithPassword(deps, {
    tenantId,
    userName,
    password: goodPassword,
    visitor: aVisitor(),
    binding: signInBinding,
  })
}

/** Register a passkey in a session. */
export async function register(
  { deps }: World,
  session: Session,
  differ: Differences = {},
  ask: { readonly mediation?: 'conditional' } = {},
): Promise<{ readonly passkey: SoftwarePasskey; readonly record: CredentialRecord }> {
  const visitor = aVisitor()
  const binding = registerBinding
  const options = await beginRegistration(deps, { session, visitor, binding, ...ask })
  const { passkey, response } = createPasskey(options, differ)
  const record = await finishRegistration(deps, {
    session,
    response,
    visitor,
    binding,
    name: 'Laptop',
    ...ask,
  })
  return { passkey, record }
}

/** What may differ in an authentication besides the answer itself. */
export interface Circumstances extends Differences {
  readonly begin?: Partial<Parameters<typeof beginAuthentication>[1]>
  readonly finish?: Partial<Parameters<typeof finishAuthentication>[1]>
}

/** Sign in with a passkey, a second later, so that the log is in order; `differ` makes one thing dishonest. */
export async function signIn(
  { deps, after }: World,
  tenantId: string | undefined,
  passkey: SoftwarePasskey,
  differ: Circumstances = {},
): Promise<SignedIn> {
  after(1)
  const common = {
    visitor: aVisitor(),
    binding: signInBinding,
    ...(tenantId !== undefined && { tenantId }),
  }
  const options = await beginAuthentication(deps, { ...common, ...differ.begin })
  const response = usePasskey(passkey, options, differ)
  return finishAuthentication(deps, { ...common, response, ...differ.finish })
}

/** A person with one passkey, who arrived with a pass. */
export async function aPersonWithPasskey(world: World, tenant: Tenant, name?: string) {
  const person = await world.aPerson(tenant, name)
  const arrival = await arriveWithPass(world, person)
  const { passkey, record } = await register(world, arrival.session)
  return { person, passkey, record, arrival }
}

/** The code that something is refused with; `done` if it is not. */
export async function codeOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return 'done'
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal || refusal instanceof CeremonyRefusal) return refusal.code
    throw refusal
  }
}

/** The codes of many attempts at once, sorted. */
export async function codesOf(attempts: readonly Promise<unknown>[]): Promise<readonly string[]> {
  return (await Promise.all(attempts.map(codeOf))).toSorted()
}

export function signInLog({ stores }: World, tenantId: string): Promise<readonly SignInRecord[]> {
  return stores.signIns.list(tenantId, { limit: 1000 })
}

/** The mails that wait for a tenant's people, by template. Looking takes them. */
export async function mails({ deps, stores }: World, tenant: Tenant): Promise<readonly string[]> {
  const at = deps.now()
  const tomorrow = new Date(at.getTime() + 86_400_000)
  const due = await stores.outbox.takeDue(at, tomorrow, 10_000)
  return due
    .filter(({ kind, tenantId }) => kind === 'mail' && tenantId === tenant.tenantId)
    .map(({ payload }) => JSON.parse(payload).template)
}

/** The same installation, where something happens just before a unit of work begins: after all that was read outside. */
export function meanwhile(world: World, change: () => Promise<unknown>): World {
  const { stores } = world
  const late: Stores = {
    ...stores,
    atomically: async (unit) => {
      await change()
      return stores.atomically(unit)
    },
  }
  return { ...world, deps: { ...world.deps, stores: late } }
}
