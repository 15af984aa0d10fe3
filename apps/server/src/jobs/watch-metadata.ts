import { readFile } from 'node:fs/promises'
import {
  findMetadataRound,
  IdentityRefusal,
  keepMetadataRound,
  loadMetadata,
  readCertificates,
} from '@latchkey/identity'
import { MetadataRefusal } from '@latchkey/webauthn'
import type { ServerDeps } from '../server-deps.ts'
import { type Fetch, platformFetch, readMetadataSource } from './read-metadata-source.ts'

const hourMilliseconds = 60 * 60_000
const dayMilliseconds = 24 * hourMilliseconds

/** How long the right to look lasts: longer than fetching and keeping takes. */
const leaseMilliseconds = 10 * 60_000

/** When metadata was last looked for, by whichever node did. */
const checkedAt = 'metadata_checked_at'

/** What a round came to. */
export type MetadataRound =
  | 'not configured'
  | 'not due'
  | 'another node is at it'
  | 'loaded'
  | 'unchanged'
  | 'failed'

/**
 * Look for new metadata when it is time: once a day, and as soon as the publisher promised the next. One node does it.
 *
 * Whatever goes wrong, what was held is still held; it is logged by name, and tried again within the hour.
 */
export async function watchMetadata(
  deps: ServerDeps,
  holder: string,
  fetch: Fetch = platformFetch,
): Promise<MetadataRound> {
  const { source, rootFile } = deps.config.metadata
  if (source === undefined || rootFile === undefined) return 'not configured'
  if (!(await isDue(deps))) return 'not due'
  return await whileHolding(deps, holder, async () => {
    // Another node may have done it between our question and the lease.
    if (!(await isDue(deps))) return 'not due'
    return await look(deps, { source, rootFile, fetch })
  })
}

/** So soon after a look nothing new is there. */
const soonMilliseconds = 60_000

/** Look for new metadata now, for an administrator asks: not more than once a minute, whoever asks. */
export async function lookForMetadata(
  deps: ServerDeps,
  holder: string,
  fetch: Fetch = platformFetch,
): Promise<MetadataRound> {
  const { source, rootFile } = deps.config.metadata
  if (source === undefined || rootFile === undefined) return 'not configured'
  return await whileHolding(deps, holder, async () => {
    const last = (await findMetadataRound(deps.stores)).last
    const age = deps.now().getTime() - (last?.at.getTime() ?? 0)
    if (last?.from === 'source' && age >= 0 && age < soonMilliseconds) return 'not due'
    return await look(deps, { source, rootFile, fetch })
  })
}

async function whileHolding(
  { stores, now }: ServerDeps,
  holder: string,
  round: () => Promise<MetadataRound>,
): Promise<MetadataRound> {
  const at = now()
  const until = new Date(at.getTime() + leaseMilliseconds)
  if (!(await stores.leases.take('metadata', holder, at, until))) return 'another node is at it'
  try {
    return await round()
  } finally {
    await stores.leases.remove('metadata', holder)
  }
}

async function isDue({ stores, now }: ServerDeps): Promise<boolean> {
  const last = Date.parse((await stores.instance.find(checkedAt)) ?? '')
  if (Number.isNaN(last)) return true
  const at = now().getTime()
  // A clock that was set back must not keep us from looking.
  if (at - last >= dayMilliseconds || last > at) return true
  const promised = (await stores.metadata.findState())?.nextUpdate.getTime()
  return promised !== undefined && promised > last && promised <= at
}

async function look(
  deps: ServerDeps,
  { source, rootFile, fetch }: { readonly source: string; readonly rootFile: string; readonly fetch: Fetch },
): Promise<'loaded' | 'unchanged' | 'failed'> {
  const { log, now, stores } = deps
  try {
    const roots = readCertificates(await readFile(rootFile))
    const blob = await readMetadataSource(source, fetch)
    const { outcome, state, unreadable } = await loadMetadata(deps, { blob, roots })
    const { number, nextUpdate, models } = state
    if (unreadable.length > 0) log.warn({ unreadable }, 'entries of the metadata do not count')
    if (nextUpdate <= deps.now()) log.warn({ number, nextUpdate }, 'the metadata is stale')
    log.info({ outcome, number, models, nextUpdate }, 'looked at the metadata')
    await keepMetadataRound(stores, { at: now(), from: 'source', outcome })
    await stores.instance.put(checkedAt, now().toISOString())
    return outcome
  } catch (cause) {
    const name = nameOf(cause)
    log.warn(name, 'the metadata was not taken; what was held is still held')
    await keepMetadataRound(stores, { at: now(), from: 'source', outcome: 'failed', code: name.code })
    await stores.instance.put(
      checkedAt,
      new Date(now().getTime() - dayMilliseconds + hourMilliseconds).toISOString(),
    )
    return 'failed'
  }
}

function nameOf(cause: unknown): {
  readonly code: string
  readonly detail?: string | undefined
  err?: unknown
} {
  if (cause instanceof MetadataRefusal || cause instanceof IdentityRefusal) {
    return { code: cause.code, detail: cause.detail }
  }
  return { code: 'metadata_unreachable', err: cause }
}
