/** A domain, as the API says it. */
export interface Domain {
  readonly id: string
  readonly isDefault: boolean
  readonly isVerified: boolean
  readonly verification: {
    readonly state: 'verified' | 'recordMissing' | 'waiting' | 'missing' | 'unreachable' | 'taken'
    readonly by: 'operator' | 'dns' | null
    readonly verifiedDateTime: string | null
    readonly checkedDateTime: string | null
    readonly missingSinceDateTime: string | null
  }
}

/** What has to stand in the DNS. */
export interface DnsRecord {
  readonly recordType: string
  readonly label: string
  readonly text: string
}

/** The people a domain cannot be removed from. */
export interface UsersOfDomain {
  readonly total: number
  readonly userNames: readonly string[]
}

/** Read whom a removal was refused for. */
export function readUsers(problem: Error | null): UsersOfDomain | undefined {
  if (problem === null || !('body' in problem)) return undefined
  const body = problem.body as
    | { readonly error?: { readonly innerError?: { readonly users?: UsersOfDomain } } }
    | undefined
  return body?.error?.innerError?.users
}

/** Whether somebody typed a domain, roughly: the server decides. */
export function looksLikeDomain(text: string): boolean {
  return /^[^\s/:@.]+(\.[^\s/:@.]+)+\.?$/.test(text.trim())
}
