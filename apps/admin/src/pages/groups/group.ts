/** A group, as the API says it. */
export interface GroupRow {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  readonly createdDateTime: string
}
