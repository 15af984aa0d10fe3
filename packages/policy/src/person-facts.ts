/** What rules know of a person. */
export interface PersonFacts {
  readonly userId: string
  readonly groupIds: ReadonlySet<string>
  /** Role template ids, as `administratorRoles` has them. */
  readonly roleIds: ReadonlySet<string>
  readonly guest: boolean
  /** Kept for emergencies: left out of enforcement, and every use is loud. */
  readonly breakGlass: boolean
}
