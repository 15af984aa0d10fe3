import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RolloutStores } from '@latchkey/rollout'
import { openStores } from '../src/open-stores.ts'

/** Stores over a fresh SQLite file. */
export interface TemporaryStores {
  readonly stores: RolloutStores
  /** The file, for another process or a second opening. */
  readonly path: string
  /** Close the stores and remove the file. */
  remove(): Promise<void>
}

/** Open stores over a fresh SQLite file, as durable as a real one. */
export async function temporaryStores(): Promise<TemporaryStores> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-store-'))
  const path = join(folder, 'latchkey.db')
  const stores = await openStores({ database: path })
  return {
    stores,
    path,
    async remove() {
      await stores.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
