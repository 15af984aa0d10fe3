/** People as a campaign names them; who is left out is left out whoever names them. */
export interface PeopleNamed {
  readonly everybody: boolean
  readonly groups: readonly string[]
  readonly users: readonly string[]
  readonly without: {
    readonly everybody: boolean
    readonly groups: readonly string[]
    readonly users: readonly string[]
  }
}
