/** The right to do a job alone for a while. */
export interface LeaseStore {
  /** @returns whether `holder` now holds it until `until`; the holder may take it again to prolong it */
  take(name: string, holder: string, at: Date, until: Date): Promise<boolean>
  remove(name: string, holder: string): Promise<void>
}
