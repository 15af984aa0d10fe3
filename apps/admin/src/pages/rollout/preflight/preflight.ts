import type { CentreWords } from '@latchkey/words/centre'

type Words = CentreWords['campaign']['preflight']

/** A preflight, as the API says it. */
export interface Preflight {
  readonly state: keyof Words['states']
  readonly person: {
    readonly id: string
    readonly displayName: string
    readonly userPrincipalName: string
  } | null
  readonly steps: readonly { readonly step: keyof Words['steps']; readonly passed: boolean }[]
  readonly findings: readonly Finding[]
  readonly passUsedDateTime: string | null
  readonly passkeyCreatedDateTime: string | null
  readonly signedInDateTime: string | null
  readonly rulesChangedDateTime: string | null
}

/** Something that stands in the way, or may. */
export interface Finding {
  /** Nothing: it is a combination of rules. */
  readonly step: keyof Words['steps'] | null
  readonly code: string
  readonly stops: boolean
  readonly policies: readonly { readonly id: string; readonly displayName: string }[]
  readonly platforms: readonly (keyof Words['platforms'])[]
}
