import type { GuideQuestionId } from '@latchkey/words/guide'
import { columnOf } from './guide-column.ts'
import type { GuideAsk } from './guide-plan.ts'
import type { OpenWay } from './list-ways.ts'

interface Asked {
  readonly ask: GuideAsk
  readonly way: OpenWay | undefined
}

const always = () => true
const inApps = ({ way }: Asked) => way?.kind === 'app'
const acrossDevices = ({ way }: Asked) => way?.place === 'otherDevice'
const onSystem =
  (...systems: readonly string[]) =>
  ({ ask }: Asked) =>
    systems.includes(ask.visitor.system ?? '')
const both =
  (...each: readonly ((asked: Asked) => boolean)[]) =>
  (asked: Asked) =>
    each.every((fits) => fits(asked))

/** Whom each question fits, in the order in which they are shown: what stops people first, what they wonder after. */
const fits: Readonly<Record<GuideQuestionId, (asked: Asked) => boolean>> = {
  passExpired: ({ ask }) => ask.account !== 'existing',
  samsungAsks: ({ ask, way }) =>
    isSamsung(ask) && (way?.kind === 'app' || way?.kind === 'googlePasswordManager'),
  helloAsks: both(onSystem('windows'), acrossDevices),
  devicesApart: acrossDevices,
  scannerInstead: ({ way }) => way?.kind === 'app' || way?.kind === 'extension',
  notInstalled: inApps,
  couldNotVerify: ({ way }) => way?.provider?.own !== undefined,
  keyPin: ({ way }) => way?.kind === 'securityKey',
  keyNotRead: ({ ask, way }) => way?.kind === 'securityKey' && columnOf(ask.visitor) !== 'desktop',
  askedForPassword: always,
  missing: always,
  notSupported: always,
  alreadyExists: always,
  faceTwice: ({ ask, way }) =>
    ask.visitor.system === 'iOS' || (acrossDevices({ ask, way }) && ask.phone === 'iphone'),
  workProfile: ({ ask }) => ask.visitor.system === 'android',
  onePerDevice: always,
  lockIn: always,
  lostPhone: ({ ask }) => ask.account !== 'newPhone',
  fingerprint: always,
  ownPhone: ({ ask, way }) => columnOf(ask.visitor) !== 'desktop' || acrossDevices({ ask, way }),
  needPassword: always,
}

/** List the questions that fit somebody and the way they chose. */
export function listQuestions(ask: GuideAsk, way: OpenWay | undefined): readonly GuideQuestionId[] {
  return questionIds.filter((id) => fits[id]({ ask, way }))
}

const questionIds = Object.keys(fits).filter((id): id is GuideQuestionId => id in fits)

function isSamsung({ visitor, phone }: GuideAsk): boolean {
  return visitor.maker === 'samsung' || (columnOf(visitor) === 'desktop' && phone === 'samsung')
}
