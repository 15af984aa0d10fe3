/** A domain that an organisation has: people are found by it. */
export interface Domain {
  readonly tenantId: string
  readonly domain: string
  /** The one that new people are named after. */
  readonly isDefault: boolean
  readonly createdAt: Date
  /** What has to stand in the DNS. Absent: the operator vouches for it. */
  readonly proof?: string
  /** When it was last looked for. */
  readonly checkedAt?: Date
  /** Since when it is gone. It changes nothing but what administrators are told. */
  readonly missingSince?: Date
}

/** A domain that an organisation says it has. Nobody is found by it until that is proven. */
export interface DomainClaim {
  readonly tenantId: string
  readonly domain: string
  /** What has to stand in the DNS: a secret of nobody, but nobody else's either. */
  readonly proof: string
  readonly createdAt: Date
  readonly checkedAt?: Date
  /** What the last look found: no such record, no answer, or that another organisation was first. */
  readonly outcome?: 'missing' | 'unreachable' | 'taken'
}

/** The people whose user names end in a domain. */
export interface PeopleOfDomain {
  readonly total: number
  /** The first of them, by user name. */
  readonly userNames: readonly string[]
}

/** How domains are claimed, proven and given up. Who is found by one is `TenantStore.findByDomain`. */
export interface DomainStore {
  find(tenantId: string, domain: string): Promise<Domain | undefined>
  /** The default first, then oldest first. */
  list(tenantId: string): Promise<readonly Domain[]>
  /** @throws IdentityRefusal `domain_taken` if any organisation has it: of any number of concurrent calls one succeeds */
  insertProven(domain: Domain): Promise<void>
  /** Make it the default, and no other. */
  putDefault(tenantId: string, domain: string): Promise<void>
  /** What the last look found: since when the record is gone, or that it is there. */
  putCheck(
    tenantId: string,
    domain: string,
    check: { readonly checkedAt: Date; readonly missingSince?: Date },
  ): Promise<void>
  /** Every organisation's domains that are proven by DNS and were not looked at since, the longest ago first. */
  listUnchecked(since: Date, limit: number): Promise<readonly Domain[]>
  listPeople(tenantId: string, domain: string, limit: number): Promise<PeopleOfDomain>

  /** @throws IdentityRefusal `already_exists` if the organisation claims it already */
  insertClaim(claim: DomainClaim): Promise<void>
  findClaim(tenantId: string, domain: string): Promise<DomainClaim | undefined>
  /** Oldest first. */
  listClaims(tenantId: string): Promise<readonly DomainClaim[]>
  /** The organisations that claim a domain, and were not told that another has it. */
  listClaimants(domain: string): Promise<readonly string[]>
  putClaimCheck(claim: Required<Omit<DomainClaim, 'proof' | 'createdAt'>>): Promise<void>
  removeClaim(tenantId: string, domain: string): Promise<void>
}
