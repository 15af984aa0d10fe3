/** Combinations of rules that lead people round in a circle, or nowhere. The names are stable. */
export type LoopCode =
  | 'pass_cannot_register'
  | 'registration_not_excepted'
  | 'registration_closed'
  | 'strength_unreachable'
  | 'models_disjoint'
  | 'models_not_asked_for'
  | 'self_service_off'
  | 'compliance_unknown'
  | 'control_unavailable'
  | 'every_administrator_blocked'
  | 'frequency_against_once'
  | 'no_trusted_network'

/** What each of them leads to, and what to do about it. */
export const loopAdvice: Readonly<Record<LoopCode, { readonly happens: string; readonly instead: string }>> =
  {
    pass_cannot_register: {
      happens:
        'Adding a sign-in method takes a strength that a Temporary Access Pass does not satisfy: whoever has nothing but a pass can never make their first passkey.',
      instead:
        'Name a strength for it that takes a pass too, such as “Multifactor authentication” or a custom one with both.',
    },
    registration_not_excepted: {
      happens:
        'A strength for all applications holds for adding a sign-in method as well: whoever does not have what it takes is sent to make it, and cannot.',
      instead:
        'Add a policy for the user action “Register security information” with a strength that takes a pass (there is a template): it takes the place of this one there.',
    },
    registration_closed: {
      happens: 'Nobody can add a sign-in method, anywhere.',
      instead: 'Narrow the policy: to networks that are not trusted, or to people who have their methods.',
    },
    strength_unreachable: {
      happens: 'The strength takes methods only that the methods policy gives nobody: nobody can satisfy it.',
      instead: 'Enable one of its methods in the methods policy, or add one that is enabled to the strength.',
    },
    models_disjoint: {
      happens:
        'The strength takes passkeys of certain models, and no passkey profile lets anybody add one of these models bound to its device.',
      instead: 'Let a profile take these models, or name models that a profile takes.',
    },
    models_not_asked_for: {
      happens:
        'The strength takes passkeys whose model is proven, and no profile that takes these models asks for the proof: passkeys added by it never satisfy the strength.',
      instead: 'Turn attestation on in the profile that takes these models.',
    },
    self_service_off: {
      happens:
        'Only passkeys satisfy the strength, and people may not add passkeys themselves: whoever has none must come to the help desk.',
      instead: 'Allow self-service registration, or give everybody a passkey first.',
    },
    compliance_unknown: {
      happens:
        'A compliant device is asked for, and nothing says which devices are compliant: nobody gets in.',
      instead:
        'Have your device management set `isCompliant` over the API first, or let a strength be enough instead (operator OR).',
    },
    control_unavailable: {
      happens: 'The policy takes nothing but controls that do not exist here: nobody gets in.',
      instead: 'Remove them, or let a strength be enough instead (operator OR).',
    },
    every_administrator_blocked: {
      happens: 'Every administrator is blocked from the admin centre, always.',
      instead: 'Leave out those who are to keep it, or narrow the policy.',
    },
    frequency_against_once: {
      happens:
        'Adding a sign-in method asks for a new proof every time, and a pass works once: whoever takes more than five minutes starts again without one.',
      instead: 'Ask again after an hour, or let passes be used more than once.',
    },
    no_trusted_network: {
      happens: 'The policy speaks of trusted networks, and there is none: it holds everywhere, or nowhere.',
      instead: 'Make a named location of your networks and mark it as trusted.',
    },
  }

/** A combination that was found. */
export interface Loop {
  readonly code: LoopCode
  /** The policy it is about. */
  readonly policyId: string
  readonly displayName: string
  /** Whether it bites now; if not, the policy is only watched. */
  readonly enforced: boolean
  /** The strength it is about, if it is about one. */
  readonly strengthId?: string
  readonly happens: string
  readonly instead: string
}
