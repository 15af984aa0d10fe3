import type { Wave } from './wave.ts'

/** The waves of an organisation. */
export interface WaveStore {
  insert(wave: Wave): Promise<void>
  find(tenantId: string, waveId: string): Promise<Wave | undefined>
  /** By day 0, then by id. */
  list(tenantId: string): Promise<readonly Wave[]>
  /** The waves of all organisations that run, or whose day has come: what the job looks at. By day 0. */
  listDue(at: Date): Promise<readonly Wave[]>
  /**
   * Keep a changed wave, whose version is one more than the one that was read; `checkedAt` is left as it is.
   *
   * @returns false if it was changed or removed meanwhile: nothing was kept
   */
  put(wave: Wave): Promise<boolean>
  /** Note when a wave looked at its people. That changes nothing an administrator decided, so the version stays. */
  putChecked(tenantId: string, waveId: string, at: Date): Promise<void>
  /** @returns false if it was changed or removed meanwhile: it is still there if it was */
  remove(tenantId: string, waveId: string, version: number): Promise<boolean>
}
