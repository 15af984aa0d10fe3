import { isVersionAtLeast } from '@latchkey/policy'
import { canKeepPasskey, judgeDevice } from './judge-device.ts'
import type { OfferedProvider, OpenPolicy } from './open-policy.ts'
import { noHybrid, planOwn } from './plan-own.ts'
import type { Caution, Phone, SettingsPath, Step, Wizard, WizardPlan } from './step.ts'
import type { Visitor } from './visitor.ts'

/** The phone somebody said they have, where the device they sit at is not it. */
export interface ChosenPhone {
  readonly phone?: Phone | undefined
  /** Who made it, where that changes the way through its settings. */
  readonly maker?: 'samsung'
}

/**
 * Plan the pages that lead somebody to a passkey, by what they hold in their hands and what their organisation allows.
 * The portal's wizards, the interrupts of sign-in and the guide all call this; pure, same answer for the same question.
 *
 * Nobody is refused on a guess: what is not known is asked for by a page of its own, or left open.
 */
export function planWizard(
  visitor: Visitor,
  policy: OpenPolicy,
  wizard: Wizard,
  chosen?: ChosenPhone,
): WizardPlan {
  switch (wizard.kind) {
    case 'this-device':
      return planThisDevice(visitor, policy)
    case 'other-device':
      return planOtherDevice(visitor, policy, chosen?.phone)
    case 'security-key':
      return {
        cautions: proofCaution(policy),
        steps: [{ id: 'prompt', ask: { kind: 'security-key', otherDevice: false } }],
      }
    case 'provider':
      return wizard.provider.own === undefined
        ? planProvider(visitor, policy, wizard.provider, chosen)
        : planOwn(visitor, wizard.provider, wizard.provider.own)
  }
}

function planThisDevice(visitor: Visitor, policy: OpenPolicy): WizardPlan {
  const verdict = judgeDevice(visitor, policy.minimumVersions)
  const { kind: _, ...tooOld } = verdict.kind === 'tooOld' ? verdict : { kind: undefined }
  return {
    cautions: [
      ...('system' in tooOld ? [{ id: 'tooOld' as const, ...tooOld }] : []),
      ...(canKeepPasskey(visitor) ? [] : [{ id: 'noPlatformAuthenticator' as const }]),
      ...proofCaution(policy),
    ],
    steps: [{ id: 'prompt', ask: { kind: 'this-device', otherDevice: false } }],
  }
}

function planOtherDevice(visitor: Visitor, policy: OpenPolicy, phone: Phone | undefined): WizardPlan {
  return {
    cautions: [...noHybrid(visitor), ...proofCaution(policy)],
    steps: [
      { id: 'nearby' },
      { id: 'camera', ...(phone && { phone }) },
      { id: 'prompt', ask: { kind: 'other-device', otherDevice: true }, ...(phone && { phone }) },
    ],
  }
}

function planProvider(
  visitor: Visitor,
  policy: OpenPolicy,
  provider: OfferedProvider,
  chosen: ChosenPhone | undefined,
): WizardPlan {
  const { name, phones } = provider
  const here = phoneOf(visitor)
  const phone = here ?? chosen?.phone
  const maker = here === undefined ? chosen?.maker : visitor.maker
  const otherDevice = here === undefined
  const there = (['iOS', 'android'] as const).filter((each) => phones[each] !== undefined)
  const shown = phone === undefined ? there : there.filter((each) => each === phone)
  const requirements: Step = {
    id: 'requirements',
    name,
    ...(phones.iOS && shown.includes('iOS') && { iOS: leastOf(policy, 'iOS', phones.iOS.least) }),
    ...(phones.android &&
      shown.includes('android') && { android: leastOf(policy, 'android', phones.android.least) }),
    otherDevice,
  }
  const getApp: Step = {
    id: 'getApp',
    name,
    stores: shown.flatMap((each) => {
      const { store, appVersion } = phones[each] ?? {}
      return store === undefined ? [] : [{ phone: each, url: store, ...(appVersion && { appVersion }) }]
    }),
    show: otherDevice ? 'code' : 'link',
  }
  const choosePhone: readonly Step[] = otherDevice ? [{ id: 'choosePhone', phones: there }] : []
  const makeProvider: Step = { id: 'makeProvider', name, paths: pathsOf(visitor, phone, maker) }
  const across: readonly Step[] = otherDevice
    ? [{ id: 'nearby' }, { id: 'camera', name, ...(phone && { phone }) }]
    : []
  return {
    cautions: [
      ...(phone !== undefined && phones[phone] === undefined
        ? [{ id: 'notForPhone' as const, phone, name }]
        : []),
      ...tooOldFor(visitor, policy, provider),
      ...(otherDevice ? noHybrid(visitor) : []),
    ],
    steps: [
      requirements,
      getApp,
      ...choosePhone,
      makeProvider,
      ...across,
      { id: 'reminder', name, otherDevice },
      {
        id: 'prompt',
        ask: { kind: 'provider', otherDevice },
        name,
        ...(phone && { phone }),
      },
    ],
  }
}

/** The phone somebody sits at, if it is one. */
function phoneOf({ system }: Visitor): Phone | undefined {
  return system === 'iOS' || system === 'android' ? system : undefined
}

/** What the organisation says of apps that keep passkeys wins over what the app itself asks, if it asks for more. */
function leastOf({ minimumVersions }: OpenPolicy, phone: Phone, least: string): string {
  const wanted = minimumVersions['authenticator']?.[phone]
  return wanted !== undefined && isVersionAtLeast(wanted, least) ? wanted : least
}

function tooOldFor(visitor: Visitor, policy: OpenPolicy, { phones }: OfferedProvider): readonly Caution[] {
  const phone = phoneOf(visitor)
  const there = phone && phones[phone]
  const { version } = visitor
  if (phone === undefined || there === undefined || version === undefined) return []
  const least = leastOf(policy, phone, there.least)
  return isVersionAtLeast(version, least) ? [] : [{ id: 'tooOld', system: phone, version, least }]
}

/** The ways through the settings, the likely one first. An iPhone that does not say its version has 18 or newer. */
function pathsOf(
  visitor: Visitor,
  phone: Phone | undefined,
  maker: Visitor['maker'],
): readonly SettingsPath[] {
  if (phone === 'android') return maker === 'samsung' ? ['samsung', 'android'] : ['android', 'samsung']
  if (phone === 'iOS') {
    const older = visitor.system === 'iOS' && !isVersionAtLeast(visitor.version ?? '18', '18')
    return older ? ['iOS17', 'iOS18'] : ['iOS18', 'iOS17']
  }
  return ['iOS18', 'iOS17', 'android', 'samsung']
}

function proofCaution({ proof }: OpenPolicy): readonly Caution[] {
  return proof ? [{ id: 'proof' }] : []
}
