import {
  compileRules,
  type Holdings,
  type PasskeyFacts,
  type PersonStanding,
  reachAdminCentre,
} from '@latchkey/policy'
import type { CredentialRecord } from '../credentials/credential-record.ts'
import { toPasskeyFacts } from '../credentials/decide-passkey.ts'
import type { Deps } from '../deps.ts'
import { idFloor } from '../ids/new-id.ts'
import { readStandings } from '../lock-out/read-standings.ts'
import { withLeastStrength } from '../lock-out/with-least-strength.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getSnapshot } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Person } from './person.ts'

/** What somebody has left to sign in with. */
export interface LeftHoldings extends Partial<Pick<Holdings, 'password' | 'totp'>> {
  readonly passkeys?: readonly LeftPasskey[]
}

/** A passkey that somebody has left, and the device of ours that it was made on. */
export interface LeftPasskey extends PasskeyFacts {
  readonly deviceId?: string
}

/** What somebody signs in with who may not sign in. */
export const noMethods: LeftHoldings = { passkeys: [], password: false, totp: false }

/** What is left of a passkey: all that is known of it. */
export function toLeftPasskey(passkey: CredentialRecord): LeftPasskey {
  const deviceId = passkey.device?.deviceId
  return { ...toPasskeyFacts(passkey), ...(deviceId !== undefined && { deviceId }) }
}

/** What is read to know who can administer. */
export type AbleShelves = Pick<Shelves, 'roles' | 'tenants' | 'rules' | 'lockOut' | 'apps'>

/**
 * Whoever can get into the admin centre now as a global administrator must not be the last who can, by the rules of this
 * moment. A pass does not count: it is gone soon; neither does a passkey that the rules do not allow, nor an approval.
 * An account for emergencies is no excuse to lose everybody else; where nobody else is left it must not be lost either.
 * All of them are read at once, however many they are.
 *
 * @param after what the person will have to sign in with as one; what is absent stays as it is
 * @throws IdentityRefusal `last_administrator`
 */
export async function requireAbleAdministrator(
  tx: AbleShelves,
  deps: Pick<Deps, 'stores' | 'now'>,
  { tenantId, userId, enabled }: Person,
  after: LeftHoldings,
): Promise<void> {
  const holders = await tx.roles.listHolders(tenantId, 'globalAdministrator')
  if (!enabled || !holders.includes(userId)) return
  const before = await readHolders(tx, tenantId, holders, deps.now())
  const left = before.map((each) => (each.person.userId === userId ? withLeft(each, after) : each))
  const find = await finderOf(tx, deps, tenantId)
  requireSomebody(userId, { before: find(before), after: find(left) })
}

/**
 * The same about a change that is made in the unit: who can get in is looked at before it and after it.
 *
 * @throws IdentityRefusal `last_administrator`; whatever the change throws
 */
export async function keepingAbleAdministrator<T>(
  tx: AbleShelves,
  deps: Pick<Deps, 'stores' | 'now'>,
  { tenantId, userId }: Pick<Person, 'tenantId' | 'userId'>,
  change: () => Promise<T>,
): Promise<T> {
  const holders = await tx.roles.listHolders(tenantId, 'globalAdministrator')
  if (!holders.includes(userId)) return await change()
  const find = await finderOf(tx, deps, tenantId)
  const before = find(await readHolders(tx, tenantId, holders, deps.now()))
  const changed = await change()
  const after = find(await readHolders(tx, tenantId, holders, deps.now()))
  requireSomebody(userId, { before, after })
  return changed
}

/** Those who get into the admin centre: accounts for emergencies apart. */
interface Able {
  readonly everyday: ReadonlySet<string>
  readonly all: ReadonlySet<string>
}

function requireSomebody(
  userId: string,
  { before, after }: { readonly before: Able; readonly after: Able },
): void {
  const isLost = before.everyday.has(userId)
    ? after.everyday.size === 0
    : before.all.has(userId) && after.all.size === 0
  if (isLost) throw new IdentityRefusal('last_administrator')
}

async function finderOf(
  tx: Pick<Shelves, 'tenants' | 'rules' | 'apps'>,
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
): Promise<(people: readonly PersonStanding[]) => Able> {
  const tenant = await getTenant(tx, tenantId)
  const { leastStrength, passwordMayAddFirstPasskey } = tenant.settings
  const { documents } = await getSnapshot(tx, deps, tenant)
  const rules = compileRules(withLeastStrength(documents, leastStrength, await tx.apps.list(tenantId)))
  const terms = { now: deps.now(), passwordMayAddFirstPasskey }
  return (people) => {
    const all = reachAdminCentre(rules, people, terms)
    const everyday = people.filter(({ person }) => !person.breakGlass && all.has(person.userId))
    return { all, everyday: new Set(everyday.map(({ person }) => person.userId)) }
  }
}

async function readHolders(
  tx: Pick<Shelves, 'lockOut'>,
  tenantId: string,
  userIds: readonly string[],
  now: Date,
): Promise<readonly PersonStanding[]> {
  return await readStandings(tx, {
    tenantId,
    userIds,
    // Where they were does not matter: one place that is left is enough.
    visitsFrom: idFloor(now),
    placeOf: () => ({}),
    nativeApps: new Set(),
  })
}

function withLeft(standing: PersonStanding, { passkeys, ...others }: LeftHoldings): PersonStanding {
  const { holdings } = standing
  const left = passkeys?.map(({ deviceId, ...passkey }) => {
    const held = holdings.passkeys.find(({ device }) => device !== undefined && device.deviceId === deviceId)
    return held?.device === undefined ? passkey : { ...passkey, device: held.device }
  })
  return { ...standing, holdings: { ...holdings, ...others, ...(left && { passkeys: left }) } }
}
