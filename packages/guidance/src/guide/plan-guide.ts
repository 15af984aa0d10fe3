import type { GuideStepId } from '@latchkey/words/guide'
import { toDeviceClass } from '../device-class.ts'
import { judgeDevice } from '../judge-device.ts'
import { type NewPhoneStep, type NewPhoneStepId, planNewPhone } from '../new-phone.ts'
import type { Visitor } from '../visitor.ts'
import { columnOf } from './guide-column.ts'
import type { GuideAsk, GuideCell, GuidePlan, GuideStep, GuideWay } from './guide-plan.ts'
import { judgeWays } from './judge-ways.ts'
import { listCells } from './list-cells.ts'
import { listQuestions } from './list-questions.ts'
import { listWays, type OpenWay } from './list-ways.ts'
import { makeStep } from './make-step.ts'
import { stepsOfWay, type WaySteps } from './way-steps.ts'

/**
 * Plan what somebody is shown who wants a passkey: where it can be, the ways that are open on what they hold, and the steps
 * of one of them, from the first setting to the first sign-in. Pure, same answer for the same question; throws for nothing.
 *
 * What is allowed is the policy's answer, what is offered first is that of Security info, and the pages of an app are those
 * of its wizard. Nothing is decided here a second time.
 */
export function planGuide(ask: GuideAsk): GuidePlan {
  const { visitor, policy } = ask
  const column = columnOf(visitor)
  const open = column === undefined ? [] : listWays(ask)
  const update = findUpdate(ask)
  // A phone too old to keep anything is better made new than led around itself; whoever knows better has chosen.
  const waits = update !== undefined && column !== 'desktop'
  const ways = waits ? open.map((way) => ({ ...way, recommended: false })) : open
  const way = ways.find(({ id }) => id === ask.way) ?? (waits ? undefined : ways[0])
  const table = listCells(visitor, policy)
  return {
    device: toDeviceClass(visitor),
    ...(column && { column }),
    verdict: judgeDevice(visitor, policy.minimumVersions),
    ...(visitor.inApp && { inApp: visitor.inApp }),
    table,
    ways: ways.map(toGuideWay),
    ...(way && { way: toGuideWay(way) }),
    steps: stepsOf(ask, way, table),
    questions: listQuestions(ask, way),
  }
}

const toGuideWay = ({ provider: _, ...way }: OpenWay): GuideWay => way

function stepsOf(ask: GuideAsk, way: OpenWay | undefined, table: readonly GuideCell[]): readonly GuideStep[] {
  const { visitor } = ask
  if (visitor.system === undefined) return [makeStep('chooseDevice')]
  if (visitor.inApp) return [makeStep(visitor.system === 'iOS' ? 'openInSafari' : 'openInChrome')]
  if (way === undefined) return [stepWithoutWay(ask, table)]
  const steps = stepsOfWay(way, ask)
  return ask.account === 'newPhone' ? newPhoneSteps(ask, steps) : accountSteps(ask, way, steps)
}

/** What to do where no way is open on this very device: what helps most, and always something. */
function stepWithoutWay(ask: GuideAsk, table: readonly GuideCell[]): GuideStep {
  const update = findUpdate(ask)
  if (update !== undefined) return update
  const { visitor } = ask
  if (judgeWays(ask).some(({ because }) => because === 'noHybrid')) return makeStep('switchBrowser')
  const elsewhere = table.find(({ possible, column }) => possible && column !== columnOf(visitor))
  if (elsewhere === undefined) return makeStep('askHelpDesk')
  return makeStep(elsewhere.column === 'desktop' ? 'openOnComputer' : 'openOnPhone')
}

/** A newer system, if the device keeps nothing as it is and the rules would let it. */
function findUpdate(ask: GuideAsk): GuideStep | undefined {
  const { visitor } = ask
  const least = judgeWays(ask).find(({ because }) => because === 'tooOld')?.least
  const step = visitor.system && updates[visitor.system]
  const isOld = listWays(ask).every(({ place }) => place === 'securityKey')
  return least !== undefined && step !== undefined && isOld ? makeStep(step, { least }) : undefined
}

const updates: Readonly<Partial<Record<NonNullable<Visitor['system']>, GuideStepId>>> = {
  iOS: 'updateIOS',
  android: 'updateAndroid',
  windows: 'updateWindows',
  macOS: 'updateMac',
}

/** What can be done ahead is done before a pass is spent, or a proof grows old. */
function accountSteps(
  { account, visitor }: GuideAsk,
  { kind, provider }: OpenWay,
  { prepare, make }: WaySteps,
): readonly GuideStep[] {
  const elsewhere = kind === 'phoneApp' || (kind === 'phone' && columnOf(visitor) !== 'desktop')
  const signedInByApp = provider?.own !== undefined && account === 'firstDay'
  const signIn =
    elsewhere || signedInByApp
      ? []
      : [
          account === 'firstDay'
            ? makeStep('signInWithPass', { place: 'signIn' })
            : makeStep('signIn', { place: 'add' }),
        ]
  const name = elsewhere || account === 'firstDay' ? [] : [makeStep('nameIt')]
  return [
    ...prepare,
    ...signIn,
    ...make,
    ...name,
    makeStep('tryIt', { place: 'signIn' }),
    makeStep('haveTwo', { place: 'add' }),
  ]
}

/** The way from an old phone to a new one, with the steps of the way in the place where the new passkey is made. */
function newPhoneSteps(
  { situation = 'atHand', requestsOpen = false }: GuideAsk,
  { prepare, make }: WaySteps,
): readonly GuideStep[] {
  const steps = planNewPhone({ situation, otherWayIn: false, requestsOpen })
  const before = steps.findIndex(({ id }) => id !== 'keepOld' && id !== 'restoreSynced')
  const told = (step: NewPhoneStep) => {
    const own = makeStep(newPhoneIds[step.id], step.place === undefined ? {} : { place: step.place })
    if (step.id === 'addNew' || step.id === 'addWithOld') return [own, ...make]
    // Nobody knows here who has a second one; whoever has needs no help desk.
    return step.id === 'askForPass' || step.id === 'callHelpDesk' ? [makeStep('tryOther'), own] : [own]
  }
  return [...steps.slice(0, before).flatMap(told), ...prepare, ...steps.slice(before).flatMap(told)]
}

const newPhoneIds: Readonly<Record<NewPhoneStepId, GuideStepId>> = {
  keepOld: 'keepOld',
  addWithOld: 'addWithOld',
  tryNew: 'tryNew',
  removeOld: 'removeOld',
  endSessions: 'endSessions',
  restoreSynced: 'restoreSynced',
  useOther: 'useOther',
  askForPass: 'askForPass',
  callHelpDesk: 'callHelpDesk',
  signInWithPass: 'passForNewPhone',
  addNew: 'addNew',
  addSecond: 'addSecond',
}
