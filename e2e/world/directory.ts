import { randomBytes } from 'node:crypto'
import { type Deps, openKeyring } from '@latchkey/identity'
import type { RolloutStores } from '@latchkey/rollout'
import { openStores } from '@latchkey/store'

/** Where an instance keeps its things, and what opens them. */
export interface Instance {
  readonly url: URL
  /** A file, or `postgres://…`. */
  readonly database: string
  readonly masterKey: Uint8Array
}

/** What a story does things with: what use cases need, with every store there is. */
export type StoryDeps = Deps & { readonly stores: RolloutStores }

/** A fixed distance from now: the world as it was, or as it will be. */
export interface TimeTravel {
  readonly minutes: number
}

/**
 * Do things in an instance's database the way its own use cases do them, while its server is not running (or, on
 * PostgreSQL, beside it).
 */
export async function inDirectory<T>(
  instance: Instance,
  does: (deps: StoryDeps) => Promise<T>,
  travel: TimeTravel = { minutes: 0 },
): Promise<T> {
  const now = () => new Date(Date.now() + travel.minutes * 60_000)
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const stores = await openStores({ database: instance.database })
  try {
    const keyring = await openKeyring({ stores, masterKey: instance.masterKey, now, random })
    const rp = {
      rpId: instance.url.hostname,
      rpName: 'Latchkey',
      origins: [instance.url.origin],
    }
    return await does({ stores, keyring, rp, now, random, ceremonySeconds: 300 })
  } finally {
    await stores.close()
  }
}
