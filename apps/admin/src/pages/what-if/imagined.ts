import type { Choosable } from '../../pickers/object-picker.tsx'

/** What somebody may have proven. */
export type Proof = 'fido2' | 'synced' | 'password' | 'softwareOath' | 'temporaryAccessPassOneTime'

/** A sign-in that is imagined, as it is typed. */
export interface Imagined {
  readonly person: Choosable | undefined
  readonly kind: 'app' | 'own' | 'action' | 'context'
  readonly app: Choosable | undefined
  readonly own: string
  readonly action: string
  readonly context: string
  readonly address: string
  readonly country: string
  readonly system: string
  readonly client: string
  readonly deviceCode: boolean
  readonly proofs: readonly Proof[]
}

/** The body of the question. */
export function toBody(imagined: Imagined): object {
  const { person, address, country, system, client, deviceCode, proofs } = imagined
  return {
    signInIdentity: { userId: person?.id ?? '' },
    signInContext: toContext(imagined),
    signInConditions: {
      clientAppType: client,
      ...(system !== '' && { devicePlatform: system }),
      ...(address !== '' && { ipAddress: address }),
      ...(country !== '' && { country: country.toUpperCase() }),
      ...(deviceCode && { authenticationFlow: { transferMethod: 'deviceCodeFlow' } }),
    },
    latchkey_proofs: proofs.map((proof) =>
      proof === 'synced' ? { method: 'fido2', synced: true } : { method: proof },
    ),
  }
}

function toContext({ kind, app, own, action, context }: Imagined): object {
  switch (kind) {
    case 'app':
      return { includeApplications: [app?.id ?? ''] }
    case 'own':
      return { includeApplications: [own] }
    case 'action':
      return { userAction: action }
    case 'context':
      return { authenticationContextValue: context }
  }
}

/** One policy about an imagined sign-in. */
export interface PolicyAnswer {
  readonly id: string
  readonly displayName: string
  readonly policyApplies: boolean
  /** Flags, separated by commas. */
  readonly analysisReasons: string
  readonly latchkey_result:
    | 'success'
    | 'failure'
    | 'notApplied'
    | 'notEnabled'
    | 'reportOnlySuccess'
    | 'reportOnlyFailure'
    | 'reportOnlyInterrupted'
    | 'reportOnlyNotApplied'
  readonly latchkey_missing: readonly string[]
}

/** What becomes of an imagined sign-in. */
export interface Evaluation {
  readonly value: readonly PolicyAnswer[]
  readonly latchkey_decision: {
    readonly outcome: 'allowed' | 'blocked' | 'needs'
    readonly enforced: boolean
    readonly authenticationStrengths: readonly { readonly displayName: string }[]
    readonly compliantDevice: boolean
    readonly termsOfUse: readonly string[]
    readonly provenAfter: string | null
  }
}
