import type { Configuration, Target } from './policy.ts'

type Approvals = Configuration<'MicrosoftAuthenticator'>
type ApprovalTarget = Approvals['includeTargets'][number]
type Mode = ApprovalTarget['authenticationMode']
type Features = Approvals['featureSettings']

const features = {
  app: 'displayAppInformationRequiredState',
  place: 'displayLocationInformationRequiredState',
} as const

/** The one way in which everybody approves; `undefined` where groups differ. */
export function modeOfAll(targets: readonly ApprovalTarget[]): Mode | undefined {
  const [first, ...others] = new Set(targets.map(({ authenticationMode }) => authenticationMode))
  return others.length === 0 ? first : undefined
}

/** Give targets a way to approve: those that have none, or all. Without a word it is either way. */
export function withMode(
  targets: readonly (Target | ApprovalTarget)[],
  mode: Mode = 'any',
  whose: 'new' | 'all' = 'new',
): readonly ApprovalTarget[] {
  return targets.map((target) => ({
    isRegistrationRequired: false,
    authenticationMode: mode,
    ...target,
    ...(whose === 'all' && { authenticationMode: mode }),
  }))
}

/** Whether something of a sign-in is shown. It is until somebody switches it off. */
export function isShown(settings: Features, feature: keyof typeof features): boolean {
  return readObject(settings[features[feature]])['state'] !== 'disabled'
}

/** Switch it on or off; for whom, if somebody said that elsewhere, stays. */
export function withShown(settings: Features, feature: keyof typeof features, on: boolean): Features {
  const name = features[feature]
  return { ...settings, [name]: { ...readObject(settings[name]), state: on ? 'enabled' : 'disabled' } }
}

function readObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
