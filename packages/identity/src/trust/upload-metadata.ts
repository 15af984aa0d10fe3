import { MetadataRefusal } from '@latchkey/webauthn'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { count } from '../throttling/count-attempt.ts'
import { limits } from '../throttling/limits.ts'
import { loadMetadata, type MetadataAsk } from './load-metadata.ts'
import { keepMetadataRound } from './metadata-round.ts'

type By = Attribution & { readonly tenantId: string }

/**
 * Count an upload of metadata before anything of it is read: to verify one costs more than to send it, and one that is
 * refused costs as much as another.
 *
 * @throws IdentityRefusal `too_many_attempts`, with `retryAt`
 */
export async function countMetadataUpload(
  deps: Pick<Deps, 'stores' | 'now'>,
  tenantId: string,
): Promise<void> {
  await count(deps, tenantId, 'metadataUpload', limits.metadataUploads)
}

/**
 * Load a BLOB that an administrator sent. What came of it is kept and audited, whether it was taken or not.
 *
 * @throws MetadataRefusal
 */
export async function uploadMetadata(
  deps: Deps,
  by: By,
  ask: Omit<MetadataAsk, 'evenIfOlder'>,
): Promise<void> {
  try {
    const { outcome, state } = await loadMetadata(deps, ask)
    await note(deps, by, { outcome, number: state.number })
  } catch (cause) {
    if (!(cause instanceof MetadataRefusal)) throw cause
    await note(deps, by, { outcome: 'failed', code: cause.code })
    throw cause
  }
}

async function note(
  deps: Deps,
  by: By,
  round:
    | { readonly outcome: 'loaded' | 'unchanged'; readonly number: number }
    | { readonly outcome: 'failed'; readonly code: string },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    await keepMetadataRound(tx, { at: deps.now(), from: 'upload', ...round })
    await appendAudit(tx, deps, by, {
      activity: 'metadata_uploaded',
      target: { kind: 'metadata', id: 'metadata' },
      detail: { ...round },
    })
  })
}
