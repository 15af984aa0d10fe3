import {
  administratorRoles,
  type HeldPasskey,
  knownApps,
  type PersonFacts,
  type PersonStanding,
  provesDevice,
  type Situation,
  type System,
} from '@latchkey/policy'
import { isReachable } from '../device-links/is-reachable.ts'
import { toDeviceFacts } from '../devices/find-device-of-session.ts'
import type { Shelves } from '../stores.ts'
import type { Move, PlaceOf } from './lock-out-ask.ts'
import type { HeldByPerson, Visited } from './lock-out-store.ts'

/** Whom to read about, and what is to become of them. */
export interface StandingsAsk {
  readonly tenantId: string
  /** Absent: everybody. */
  readonly userIds?: readonly string[]
  readonly move?: Move
  /** The least sign-in id that counts. */
  readonly visitsFrom: string
  /** Since when a remembered browser must have been used to count. Absent: none counts. */
  readonly browsersFrom?: Date
  readonly placeOf: PlaceOf
  /** Apps on devices, by client id: rules know them from browsers. */
  readonly nativeApps: ReadonlySet<string>
}

/** Read what people have and where they were, all at once. Whoever is switched off is nobody here. */
export async function readStandings(
  tx: Pick<Shelves, 'lockOut'>,
  { tenantId, userIds, move, visitsFrom, browsersFrom, placeOf, nativeApps }: StandingsAsk,
): Promise<readonly PersonStanding[]> {
  const held = await tx.lockOut.listHeld(tenantId, userIds)
  const visited = await tx.lockOut.listVisited(tenantId, visitsFrom, userIds)
  const situations = toSituations(visited, placeOf, nativeApps)
  return held.map((each) => {
    const person = toFacts(each)
    const after = move === undefined ? person : moved(person, move)
    return {
      person,
      ...(after !== person && { personAfter: after }),
      holdings: toHoldings(each, { browsersFrom, placeOf }),
      situations: situations.get(each.userId) ?? [],
    }
  })
}

/** What rules look at in somebody. */
export function toFacts({ userId, groupIds, roles, breakGlass }: HeldByPerson): PersonFacts {
  return {
    userId,
    groupIds: new Set(groupIds),
    roleIds: new Set(roles.map((role) => administratorRoles[role])),
    // Nobody is one yet: everybody belongs to the organisation.
    guest: false,
    breakGlass,
  }
}

function moved(person: PersonFacts, move: Move): PersonFacts {
  if (move.userIds?.includes(person.userId) === false) return person
  if ('role' in move) {
    return { ...person, roleIds: withMove(person.roleIds, administratorRoles[move.role], move.to) }
  }
  return { ...person, groupIds: withMove(person.groupIds, move.groupId, move.to) }
}

function withMove(ids: ReadonlySet<string>, id: string, to: Move['to']): ReadonlySet<string> {
  const after = new Set(ids)
  if (to === 'in') after.add(id)
  else after.delete(id)
  return after
}

/** An account for emergencies is opened by its passkeys and nothing else. */
function toHoldings(
  held: HeldByPerson,
  { browsersFrom, placeOf }: { readonly browsersFrom: Date | undefined; readonly placeOf: PlaceOf },
): PersonStanding['holdings'] {
  const { password, totp, pass, approver = false, breakGlass } = held
  // One that no browser could ask for lets nobody in; it is registered all the same.
  const passkeys = held.passkeys.filter(isReachable).map(toHeldPasskey)
  const deadPasskeys = (held.deadPasskeys ?? 0) + held.passkeys.length - passkeys.length
  const dead = deadPasskeys > 0 ? { deadPasskeys } : {}
  if (breakGlass) return { passkeys, ...dead, password: false, totp: false }
  const rememberedOn = browsersFrom === undefined ? [] : listSystems(held, browsersFrom, placeOf)
  return {
    passkeys,
    ...dead,
    password,
    totp,
    ...(pass !== undefined && { pass }),
    ...(approver && { approver }),
    ...(rememberedOn.length > 0 && { rememberedOn }),
  }
}

/** A passkey proves the device it is on as it does when somebody signs in with it. */
function toHeldPasskey({ device, ...passkey }: HeldByPerson['passkeys'][number]): HeldPasskey {
  const entry = provesDevice(passkey) ? device?.entry : undefined
  return entry === undefined ? passkey : { ...passkey, device: toDeviceFacts(entry) }
}

/** The systems of remembered browsers that were used lately, as they say themselves: exactly as when somebody signs in there. */
function listSystems(
  { rememberedBrowsers = [] }: HeldByPerson,
  from: Date,
  placeOf: PlaceOf,
): readonly System[] {
  const recent = rememberedBrowsers.filter(({ lastUsedAt }) => lastUsedAt >= from)
  return [...new Set(recent.flatMap((browser) => placeOf(browser).platform ?? []))]
}

/** Each situation once for each person: browsers that say different things are often the same to a rule. */
function toSituations(
  visited: readonly Visited[],
  placeOf: PlaceOf,
  nativeApps: ReadonlySet<string>,
): ReadonlyMap<string, readonly Situation[]> {
  const situations = new Map<string, Map<string, Situation>>()
  const known = new Map<string, Situation>()
  for (const { userId, clientId = knownApps.securityInfo, ipAddress, userAgent } of visited) {
    const place = placeOf({ ipAddress, userAgent })
    const key = `${clientId} ${ipAddress} ${place.platform ?? ''} ${place.country ?? ''}`
    const situation = known.get(key) ?? {
      target: { kind: 'app' as const, clientId },
      authenticationContexts: [],
      ipAddress,
      clientAppType: nativeApps.has(clientId)
        ? ('mobileAppsAndDesktopClients' as const)
        : ('browser' as const),
      ...place,
    }
    known.set(key, situation)
    const theirs = situations.get(userId) ?? new Map()
    theirs.set(key, situation)
    situations.set(userId, theirs)
  }
  return new Map([...situations].map(([userId, theirs]) => [userId, [...theirs.values()]]))
}
