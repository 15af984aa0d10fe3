import { type MetadataBlob, type MetadataModel, verifyMetadataBlob } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import type { MetadataState } from './metadata-store.ts'
import { tellOfChangedModels } from './tell-of-changed-models.ts'

/** A BLOB somebody wants to load. */
export interface MetadataAsk {
  /** As it came: a JSON Web Signature in its compact form. */
  readonly blob: string
  /** The roots in DER that may vouch for who signed it. */
  readonly roots: readonly Uint8Array[]
  /** The operator says so: take it also if it is older than what is held, as when another service takes over. */
  readonly evenIfOlder?: true
}

/** What became of a BLOB. */
export interface LoadedMetadata {
  /** `unchanged` if what is held is this one, or newer. */
  readonly outcome: 'loaded' | 'unchanged'
  readonly state: MetadataState
  /** Entries that vouch for nothing, for they are not as the specification says. */
  readonly unreadable: MetadataBlob['unreadable']
}

/**
 * Load a BLOB of the metadata service: verify it, and put it in the place of what was held, in one unit with what
 * administrators are told about models that turned bad. If it is refused, what was held is still held.
 *
 * @throws MetadataRefusal
 */
export async function loadMetadata(deps: Deps, ask: MetadataAsk): Promise<LoadedMetadata> {
  const held = await deps.stores.metadata.findState()
  const at = deps.now()
  const isBound = held !== undefined && ask.evenIfOlder === undefined
  const blob = verifyMetadataBlob(ask.blob, {
    roots: ask.roots,
    at,
    ...(isBound && { lastNumber: held.number }),
  })
  const { unreadable } = blob
  if (isBound && blob.number === held.number) return { outcome: 'unchanged', state: held, unreadable }

  const state = toState(blob, blob.models, at)
  const given = ask.evenIfOlder === undefined ? undefined : ({ evenIfOlder: true } as const)
  const replaced = await deps.stores.atomically(async (tx) => {
    const before = await tx.metadata.list()
    const since = (await tx.metadata.findState())?.loadedAt
    if (!(await tx.metadata.replace(state, blob.models, given))) return false
    await tellOfChangedModels(tx, deps, { before, ...(since && { since }), after: blob.models })
    return true
  })
  return { outcome: replaced ? 'loaded' : 'unchanged', state, unreadable }
}

function toState(
  { number, nextUpdate }: MetadataBlob,
  models: readonly MetadataModel[],
  loadedAt: Date,
): MetadataState {
  return { number, nextUpdate, loadedAt, models: models.length }
}
