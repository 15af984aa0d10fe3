import { judgeDevice, readVisitor } from '@latchkey/guidance'
import {
  type Deps,
  type HeldByPerson,
  idFloor,
  type LockOutMeans,
  readStandings,
  withLeastStrength,
} from '@latchkey/identity'
import {
  type JudgedArrival,
  judgeArrivals,
  listNativeApps,
  type PastShelves,
} from '@latchkey/identity/administer'
import {
  compileRules,
  listOutlooks,
  type PersonOutlook,
  type PersonStanding,
  type Rules,
} from '@latchkey/policy'
import { factsOf } from './facts-of.ts'
import { judgeWavePerson, type SeenOn } from './judge-wave-person.ts'
import type { Rehearsal, RehearsalAsk } from './rehearsal.ts'

/** How far back a place counts where somebody signed in. */
const seenDays = 30

/** What is needed. */
export type RehearsalDeps = Pick<Deps, 'now'> & { readonly lockOut?: Pick<LockOutMeans, 'placeOf'> }

/**
 * Play a wave through: for each of its people, whether they would make it today, and if not, why. It decides as a sign-in
 * does, about what they have and about each sign-in of the last thirty days; it changes nothing.
 */
export async function rehearseWave(
  tx: PastShelves,
  deps: RehearsalDeps,
  ask: RehearsalAsk,
): Promise<Rehearsal> {
  const { tenantId, groupId } = ask
  const now = deps.now()
  const from = idFloor(new Date(now.getTime() - seenDays * 86_400_000))
  const held = (await tx.lockOut.listHeld(tenantId)).filter((each) => isOfWave(ask, each))
  const userIds = held.map(({ userId }) => userId)
  const placeOf = deps.lockOut?.placeOf ?? (() => ({}))
  const move = { groupId, to: 'in' as const, userIds }
  const nativeApps = await listNativeApps(tx, tenantId)
  const people = await readStandings(tx, { tenantId, userIds, move, visitsFrom: from, placeOf, nativeApps })

  const rules = compileRules(await rulesThen(tx, ask))
  const alone = compileRules({ ...ask.documents, conditionalAccess: [ask.policy] })
  const facts = people.map(({ person, personAfter = person }) => [person.userId, personAfter] as const)
  const seen = new Map(userIds.map((userId) => [userId, new Map<string, SeenOn>()]))
  const past = { tenantId, from, placeOf, rules: alone, people: new Map(facts) }
  const complete = await judgeArrivals(tx, past, (judged) => note(seen.get(judged.userId), judged, rules))

  const { passwordMayAddFirstPasskey } = ask.settings
  const heldBy = new Map(held.map((each) => [each.userId, each]))
  const rehearsed = [...listOutlooks({ rules, people, now, passwordMayAddFirstPasskey })].flatMap(
    (outlook) => {
      const what = heldBy.get(outlook.userId)
      return what === undefined ? [] : [toRehearsed(ask, what, { outlook, seen })]
    },
  )
  const [lost] = listOutlooks({
    rules,
    people: [somebodyLost(groupId, now)],
    now,
    passwordMayAddFirstPasskey,
  })
  return {
    at: now,
    people: rehearsed.toSorted((a, b) => (a.userId < b.userId ? -1 : 1)),
    passLetsBackIn: lost?.anywhere.outlook.standing === 'canEnrol',
    complete,
  }
}

/** Somebody of the group who has lost all they had, and whom the help desk gave a pass. */
function somebodyLost(groupId: string, now: Date): PersonStanding {
  const pass = { once: true, startsAt: now, expiresAt: new Date(now.getTime() + 3_600_000) }
  return {
    person: {
      userId: '',
      groupIds: new Set([groupId]),
      roleIds: new Set(),
      guest: false,
      breakGlass: false,
    },
    holdings: { passkeys: [], password: false, totp: false, pass },
    situations: [],
  }
}

/** Whether somebody's turn is in this very wave. */
function isOfWave(
  { groupIds, earlierGroupIds }: Pick<RehearsalAsk, 'groupIds' | 'earlierGroupIds'>,
  held: Pick<HeldByPerson, 'groupIds' | 'breakGlass'>,
): boolean {
  if (held.breakGlass || held.groupIds.some((id) => earlierGroupIds.includes(id))) return false
  return held.groupIds.some((id) => groupIds.includes(id))
}

/** The rules as they would be: the policy holds, and so does what the organisation wants beside them. */
async function rulesThen(
  tx: Pick<PastShelves, 'apps'>,
  { tenantId, documents, policy, settings }: RehearsalAsk,
) {
  const others = documents.conditionalAccess.filter(({ id }) => id !== policy.id)
  const conditionalAccess = [...others, { ...policy, state: 'enabled' as const }]
  const apps = await tx.apps.list(tenantId)
  return withLeastStrength({ ...documents, conditionalAccess }, settings.leastStrength, apps)
}

function note(theirs: Map<string, SeenOn> | undefined, judged: JudgedArrival, rules: Rules): void {
  const { platform = 'other', outcome, userAgent } = judged
  const before = theirs?.get(platform) ?? { asked: false, passed: false, tooOld: true }
  const verdict = judgeDevice(readVisitor(userAgent), rules.methods.passkey.minimumVersions)
  theirs?.set(platform, {
    asked: before.asked || outcome !== 'notAbout',
    passed: before.passed || outcome === 'passes',
    tooOld: before.tooOld && verdict.kind === 'tooOld',
  })
}

function toRehearsed(
  { kind, policy, groupId, documents }: RehearsalAsk,
  held: HeldByPerson,
  {
    outlook,
    seen,
  }: {
    readonly outlook: PersonOutlook
    readonly seen: ReadonlyMap<string, ReadonlyMap<string, SeenOn>>
  },
) {
  const { userId, passkeys, groupIds } = held
  const judged = judgeWavePerson({
    kind,
    outlook,
    passkeys,
    seenOn: seen.get(userId) ?? new Map(),
    policyName: policy.displayName,
    deviceRules: namesOfDeviceRules(documents.conditionalAccess),
  })
  return { userId, ...judged, inGroup: groupIds.includes(groupId), facts: factsOf(held, groupId) }
}

function namesOfDeviceRules(policies: RehearsalAsk['documents']['conditionalAccess']): ReadonlySet<string> {
  const asks = policies.filter(({ grantControls }) =>
    grantControls?.builtInControls.some(
      (each) => each === 'compliantDevice' || each === 'domainJoinedDevice',
    ),
  )
  return new Set(asks.map(({ displayName }) => displayName))
}
