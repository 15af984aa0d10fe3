/** A request that may shut people out: as it is sent, and as it is asked about before. */
export interface RuleRequest {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Without base and version. */
  readonly path: string
  readonly body?: unknown
  /** Where it is sent, if not to `v1.0`. */
  readonly version?: 'beta'
}

/** Where somebody stands after a change, best first. */
export type Outcome = 'satisfied' | 'canEnrol' | 'needsHelpDesk' | 'blocked'

/** Somebody for whom the change makes things worse. */
export interface AffectedPerson {
  readonly id: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly standing: Outcome
  readonly standingBefore: Outcome
  readonly through: 'passkey' | 'totp' | 'push' | 'device' | null
  readonly byPass: boolean
  readonly policies: readonly string[]
  readonly situation: {
    readonly applicationId: string | null
    readonly platform: string | null
    readonly clientAppType: string
    readonly ipAddress: string
    readonly country: string | null
  } | null
}

/** Whom a change would shut out: the first of them, and what stands for all. */
export interface ShutOut {
  readonly acknowledge: { readonly value: string }
  readonly affectedCount: number
  readonly affected: readonly AffectedPerson[]
}

/** What a change would do to everybody. */
export interface Forecast extends ShutOut {
  readonly changed: readonly { readonly kind: string; readonly displayName: string | null }[]
  readonly counts: Readonly<Record<Outcome, number>>
  readonly everybody: Readonly<Record<Outcome, number>>
  readonly lastAdministratorLost: boolean
  readonly loops: readonly { readonly code: string; readonly happens: string; readonly instead: string }[]
}

/** What a refusal says of the people it is for. */
export interface LockOutRefusal {
  readonly lastAdministratorLost: boolean
  readonly shutOut: ShutOut
}

/** Read whether a problem is that people would be shut out. */
export function readRefusal(problem: unknown): LockOutRefusal | undefined {
  if (!(problem instanceof Error) || !('code' in problem) || !('body' in problem)) return undefined
  const { code } = problem
  if (code !== 'would_block_users' && code !== 'last_administrator') return undefined
  const told = innerErrorOf(problem.body)
  if (told === undefined) return undefined
  return { lastAdministratorLost: code === 'last_administrator', shutOut: told }
}

function innerErrorOf(body: unknown): ShutOut | undefined {
  const answer = body as { readonly error?: { readonly innerError?: Partial<ShutOut> } } | undefined
  const { acknowledge, affectedCount, affected } = answer?.error?.innerError ?? {}
  if (acknowledge === undefined || affectedCount === undefined || affected === undefined) return undefined
  return { acknowledge, affectedCount, affected }
}
