/** Something that is offered after signing in. */
export type Offer = 'secondPasskey'

/** What somebody said *not now* to. */
export interface DeclinedOffer {
  readonly times: number
  /** The last time. */
  readonly at: Date
}

export interface DeclinedOfferStore {
  find(tenantId: string, userId: string, offer: Offer): Promise<DeclinedOffer | undefined>
  /** Count one more. One statement. */
  add(tenantId: string, userId: string, offer: Offer, at: Date): Promise<void>
}
