import { analyseLockOut, compileRules, type PersonStanding } from '@latchkey/policy'
import type { App } from '../apps/app-store.ts'
import { authenticatorAppId, commandLineAppId } from '../apps/built-in-apps.ts'
import type { Deps } from '../deps.ts'
import { idFloor } from '../ids/new-id.ts'
import type { Shelves } from '../stores.ts'
import type { AppStrength, LockOutAsk, LockOutMeans, Move } from './lock-out-ask.ts'
import { keyOfAsk, type LockOutFindings, nameList } from './lock-out-findings.ts'
import { readStandings } from './read-standings.ts'
import { withLeastStrength } from './with-least-strength.ts'

/** What the analysis reads. */
export type LockOutShelves = Pick<Shelves, 'lockOut' | 'apps' | 'groups' | 'roles'>

const dayMilliseconds = 86_400_000

/** How far back a place counts where somebody signed in, and a browser that is remembered. */
const visitDays = 30

/** What is written down reaches so far back at most: clocks of nodes differ, and a unit of work takes a moment. */
const stampMilliseconds = 3_600_000

/** Where people signed in is not watched as closely as what they have: it is as old as this at most. */
const goodMilliseconds = 60_000

/**
 * Find out whom a change of rules or memberships would shut out: everybody, or those who move.
 *
 * Reads what people have in a few statements, whoever many they are. What can have moved until the change is kept is in
 * the findings (`key`, `stamp`, `goodUntil`), so that this need not be done again while others wait.
 */
export async function analyseChange(
  tx: LockOutShelves,
  deps: Pick<Deps, 'now'> & { readonly lockOut?: Pick<LockOutMeans, 'placeOf'> },
  ask: LockOutAsk,
): Promise<LockOutFindings> {
  const { tenantId, settings, move } = ask
  const now = deps.now()
  // First: what changes from here on is noticed, if only by looking again.
  const stampFrom = idFloor(new Date(now.getTime() - stampMilliseconds))
  const stamp = await tx.lockOut.readStamp(tenantId, stampFrom)

  const userIds = move && (await listMoving(tx, tenantId, move))
  const apps = await tx.apps.list(tenantId)
  const native = apps.filter(({ kind }) => kind === 'native').map(({ clientId }) => clientId)
  const lately = new Date(now.getTime() - visitDays * dayMilliseconds)
  const reading = {
    tenantId,
    nativeApps: new Set([...native, commandLineAppId]),
    visitsFrom: idFloor(lately),
    browsersFrom: lately,
    placeOf: deps.lockOut?.placeOf ?? (() => ({})),
    ...(move !== undefined && { move }),
  }
  const people = await readStandings(tx, { ...reading, ...(userIds !== undefined && { userIds }) })
  const holders = await tx.roles.listHolders(tenantId, 'globalAdministrator')
  const administrators = await readStandings(tx, { ...reading, userIds: holders })

  const settingsAfter = ask.settingsAfter ?? settings
  const complete = (
    documents: LockOutAsk['before'],
    { leastStrength }: LockOutAsk['settings'],
    some: readonly AppStrength[],
  ) => compileRules(withLeastStrength(documents, leastStrength, some))
  const appsAfter = withChange(apps, ask.app)
  const before = complete(ask.before, settings, apps)
  const unchanged = ask.after === ask.before && appsAfter === apps && settingsAfter === settings
  const after = unchanged ? before : complete(ask.after, settingsAfter, appsAfter)
  const question = {
    before,
    after,
    now,
    passwordMayAddFirstPasskey: settings.passwordMayAddFirstPasskey,
    passwordMayAddFirstPasskeyAfter: settingsAfter.passwordMayAddFirstPasskey,
    devicesMayJoin: !apps.some(({ clientId, enabled }) => clientId === authenticatorAppId && !enabled),
  }

  const { affected, counts, everybody } = analyseLockOut({ ...question, people })
  const shutOut = affected.filter((each) => each.after === 'needsHelpDesk' || each.after === 'blocked')
  const everyday = administrators.filter(({ person }) => !person.breakGlass)
  return {
    key: keyOfAsk(ask),
    stamp,
    stampFrom,
    goodUntil: findEnd(people, now),
    counts,
    everybody,
    worse: affected,
    shutOut,
    acknowledgement: nameList(tenantId, shutOut),
    lastAdministratorLost: analyseLockOut({ ...question, people: everyday }).lastAdministratorLost,
  }
}

/** The apps as they will be. One that is there of itself has no row before it is changed. */
function withChange(apps: readonly App[], change: LockOutAsk['app']): readonly AppStrength[] {
  if (change === undefined) return apps
  return [...apps.filter(({ clientId }) => clientId !== change.clientId), change]
}

/** Those who move. */
export async function listMoving(
  tx: Pick<LockOutShelves, 'groups'>,
  tenantId: string,
  move: Move,
): Promise<readonly string[]> {
  return 'role' in move
    ? move.userIds
    : (move.userIds ?? (await tx.groups.listMembers(tenantId, move.groupId)))
}

/** When time alone makes the findings untrue. */
function findEnd(people: readonly PersonStanding[], now: Date): Date {
  const end = now.getTime() + goodMilliseconds
  const edges = people.flatMap(({ holdings: { pass } }) =>
    pass === undefined ? [] : [pass.startsAt.getTime(), pass.expiresAt.getTime()],
  )
  return new Date(edges.reduce((first, edge) => (edge > now.getTime() && edge < first ? edge : first), end))
}
