import type { Client, Page } from '@latchkey/api'

/** What whoever decides may have done to know the person. */
export const checks = ['calledBack', 'video', 'inPerson', 'photoId', 'managerVouched', 'knownToMe'] as const

export type Check = (typeof checks)[number]

/** One person's word on a request. */
export interface Approval {
  readonly by: { readonly id: string; readonly displayName: string | null }
  readonly dateTime: string
  readonly checks: readonly Check[]
}

/** Somebody asked for a pass. */
export interface PassRequest {
  readonly id: string
  readonly state: 'open' | 'approved' | 'refused' | 'stopped' | 'expired'
  readonly createdDateTime: string
  readonly expirationDateTime: string
  readonly startDateTime: string | null
  readonly lifetimeInMinutes: number | null
  readonly reason: string
  readonly contact: string
  /** It came again while it waited. */
  readonly askedAgain: { readonly dateTime: string; readonly contact: string } | null
  readonly ipAddress: string
  readonly userAgent: string
  readonly user: {
    readonly id: string
    readonly displayName: string | null
    readonly userPrincipalName: string | null
    readonly accountEnabled: boolean | null
  }
  readonly firstApproval: Approval | null
  readonly decision?: (Approval & { readonly note: string | null }) | null
}

/** What is known of the person of a request. */
export interface RequestContext {
  readonly mail: string | null
  readonly memberSince: string
  readonly roles: readonly string[]
  readonly manager: { readonly id: string; readonly displayName: string } | null
  /** Where a pass may be mailed, veiled. */
  readonly mailTo: string | null
  readonly methods: readonly {
    readonly kind: 'passkey' | 'password' | 'totp'
    readonly name?: string
    readonly model?: string | null
    readonly synced?: boolean
    readonly dormant?: boolean
    readonly lastUsedDateTime?: string | null
  }[]
  readonly pass: { readonly isUsable: boolean } | null
  readonly signIns: readonly {
    readonly id: string
    readonly createdDateTime: string
    readonly outcome: 'success' | 'failure' | 'interrupted'
    readonly code: string | null
    readonly ipAddress: string
    readonly userAgent: string
  }[]
  readonly earlierRequests: readonly PassRequest[]
  readonly approval: 'one' | 'two' | 'manager'
  readonly delayInMinutes: number
  readonly passTerms: {
    readonly defaultLifetimeMinutes: number
    readonly minimumLifetimeMinutes: number
    readonly maximumLifetimeMinutes: number
    readonly onceOnly: boolean
  }
}

/** What came of an approval: a pass, or that one more has to agree. */
export interface Approved {
  readonly request: PassRequest
  readonly pass: {
    /** Absent if it was mailed. */
    readonly temporaryAccessPass: string | null
    readonly startDateTime: string
    readonly lifetimeInMinutes: number
    readonly isUsableOnce: boolean
  } | null
}

/** Everything about requests begins with this. */
export const requestsKey = ['requests']

/** Read a page of the queue. */
export function readRequests(client: Client, which: 'open' | 'all', link: string, signal: AbortSignal) {
  if (link !== '') return client.next<Page<PassRequest>>(link, { signal })
  const filter = which === 'open' ? `?$filter=${encodeURIComponent("state eq 'open'")}` : ''
  return client.get<Page<PassRequest>>(`/latchkey/passRequests${filter}`, { signal })
}

export const requestQuery = (client: Client, id: string) => ({
  queryKey: [...requestsKey, id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    client.get<PassRequest>(`/latchkey/passRequests/${id}`, { signal }),
})

export const contextQuery = (client: Client, id: string) => ({
  queryKey: [...requestsKey, id, 'context'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    client.get<RequestContext>(`/latchkey/passRequests/${id}/context`, { signal }),
})
