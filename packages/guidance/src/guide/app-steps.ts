import type { GuideStepId } from '@latchkey/words/guide'
import type { OfferedProvider } from '../open-policy.ts'
import type { OwnSurface } from '../own-surface.ts'
import { planWizard } from '../plan-wizard.ts'
import type { SettingsPath, Step } from '../step.ts'
import type { Visitor } from '../visitor.ts'
import { columnOf } from './guide-column.ts'
import type { GuideAsk, GuidePhone, GuideStep } from './guide-plan.ts'
import { chosenPhone, phoneAppNeeds } from './judge-ways.ts'
import { makeStep } from './make-step.ts'
import type { WaySteps } from './way-steps.ts'

/** What somebody does before they sign in: the rest of a wizard needs its page. */
const ahead: readonly Step['id'][] = [
  'requirements',
  'getApp',
  'makeProvider',
  'nearby',
  'ownRequirements',
  'getOwn',
]
const made: readonly Step['id'][] = ['camera', 'ownScan', 'reminder', 'prompt', 'inApp']

/**
 * Turn the pages of a wizard into steps of the guide: it is the same way, told ahead.
 *
 * @param pickPhone the way past what a computer itself offers
 */
export function appSteps(provider: OfferedProvider, ask: GuideAsk, pickPhone: GuideStep): WaySteps {
  const { visitor, policy, phone, account } = ask
  const { steps } = planWizard(visitor, policy, { kind: 'provider', provider }, chosenPhone(phone))
  const tell = (...ids: readonly Step['id'][]) =>
    steps
      // An authenticator of ours asks for no place.
      .filter(({ id }) => ids.includes(id) && !(id === 'reminder' && provider.own !== undefined))
      .flatMap((step) => toGuideSteps(step, ask))
      .map((step) => withName(step, provider.name))
  const own = tell('ownAccount')
  // An authenticator of ours signs in by itself, and a pass may work once only.
  const pass = own.length > 0 && account === 'firstDay' ? [makeStep('passInApp')] : []
  const across = steps.some((step) => step.id === 'prompt' && step.ask.otherDevice)
  const add = withName(addStep(ask, across), provider.name)
  return {
    prepare: [...tell('choosePhone'), ...tell(...ahead), ...pass, ...own],
    make: [
      ...(steps.some(({ id }) => id === 'inApp') ? [] : [add]),
      ...(across ? [pickPhone] : []),
      ...tell(...made),
    ],
  }
}

/** Where it is chosen: on the first day, the page that follows the pass leads there, and names an app where nothing else will do. */
function addStep({ account, policy }: GuideAsk, across: boolean): GuideStep {
  if (account !== 'firstDay') return makeStep('addApp', { place: 'add' })
  if (!policy.synced.allowed && !policy.computer.allowed) return makeStep('createFirstApp')
  return makeStep(across ? 'createFirstElsewhere' : 'createFirst')
}

function withName(step: GuideStep, name: string): GuideStep {
  return {
    ...step,
    values: { ...step.values, name },
    ...(step.instead && { instead: step.instead.map((each) => withName(each, name)) }),
  }
}

function toGuideSteps(step: Step, { visitor, phone }: GuideAsk): readonly GuideStep[] {
  // What a phone needs and how its settings go is told once it is known which phone it is.
  const asksFirst = columnOf(visitor) === 'desktop' && phone === undefined
  switch (step.id) {
    case 'requirements':
      if (asksFirst) return []
      return [
        ...(step.iOS === undefined ? [] : [makeStep('needsIOS', { least: step.iOS })]),
        ...(step.android === undefined ? [] : [makeStep('needsAndroid', { least: step.android })]),
      ]
    case 'getApp': {
      const links = step.stores.map((store) => ({ ...store, show: step.show }))
      return [makeStep(step.show === 'link' ? 'getAppHere' : 'getAppByCode', { links })]
    }
    case 'choosePhone':
      return asksFirst ? [makeStep('choosePhone')] : []
    case 'makeProvider':
      return asksFirst ? [] : settingsSteps(step.paths, visitor, phone)
    case 'nearby':
      return [makeStep('nearby')]
    case 'camera':
      return [makeStep(cameraSteps[step.phone ?? 'any'])]
    case 'reminder':
      return [makeStep(step.otherDevice ? 'saveInAppThere' : 'saveInAppHere')]
    case 'ownRequirements':
      return [step.surface === 'phoneApp' ? phoneAppNeeded(visitor) : makeStep(ownSteps[step.surface].needs)]
    case 'getOwn': {
      const { address, show, surface } = step
      return address === undefined
        ? [makeStep('getOwnInstalled')]
        : [makeStep(ownSteps[surface].get, { links: [{ url: address, show }] })]
    }
    case 'ownAccount':
      return [makeStep(ownSteps[step.surface].account)]
    case 'ownScan':
      return [makeStep('ownScan')]
    case 'inApp':
      return [makeStep('ownInApp')]
    case 'prompt':
      return step.surface === 'extension' ? [makeStep('ownPrompt')] : []
  }
}

/** What the phone app takes: of the phone in somebody's hand, or of whichever they have. */
function phoneAppNeeded({ system }: Visitor): GuideStep {
  if (system === 'iOS') return makeStep('needsIOS', { least: phoneAppNeeds.iOS })
  return system === 'android'
    ? makeStep('needsAndroid', { least: phoneAppNeeds.android })
    : makeStep('ownNeedsPhone')
}

const cameraSteps = { iOS: 'scanIOS', android: 'scanAndroid', any: 'scanAny' } as const

const ownSteps: Readonly<
  Record<OwnSurface['surface'], Readonly<Record<'needs' | 'get' | 'account', GuideStepId>>>
> = {
  phoneApp: { needs: 'ownNeedsPhone', get: 'getOwnPhone', account: 'ownAccountPhone' },
  extension: { needs: 'ownNeedsExtension', get: 'getOwnExtension', account: 'ownAccountExtension' },
  agent: { needs: 'ownNeedsAgent', get: 'getOwnAgent', account: 'ownAccountAgent' },
}

const settings: Readonly<Record<SettingsPath, GuideStepId>> = {
  iOS18: 'settingsIOS18',
  iOS17: 'settingsIOS17',
  android: 'settingsAndroid',
  samsung: 'settingsSamsung',
}

/** The likely way first; the others for whoever sees something else, unless it is known what they hold. */
function settingsSteps(
  paths: readonly SettingsPath[],
  { system, version, versionAtLeast, maker }: Visitor,
  phone: GuidePhone | undefined,
): readonly GuideStep[] {
  const [likely, ...others] = paths
  if (likely === undefined) return []
  const onPhone = system === 'iOS' ? (version ?? versionAtLeast) : maker
  const known =
    onPhone !== undefined || (system !== 'android' && (phone === 'android' || phone === 'samsung'))
  return [
    makeStep(settings[likely], known ? {} : { instead: others.map((path) => makeStep(settings[path])) }),
  ]
}
