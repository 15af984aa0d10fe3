/** What is true of the whole installation: its RP ID, when it began. */
export interface InstanceStore {
  find(name: string): Promise<string | undefined>
  /** Keep a value if the name has none yet. @returns what holds now: the first one to write wins */
  insertFirst(name: string, value: string): Promise<string>
  put(name: string, value: string): Promise<void>
}
