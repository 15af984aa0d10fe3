import type { Shelves } from '../stores.ts'

/** Where a BLOB came from: the source the operator named, an administrator's upload, or the command line. */
export type MetadataFrom = 'source' | 'upload' | 'command'

/** The last time somebody looked at metadata, and what it came to. */
export interface MetadataRound {
  readonly at: Date
  readonly from: MetadataFrom
  readonly outcome: 'loaded' | 'unchanged' | 'failed'
  /** Why it was not taken: the name of a refusal, or `metadata_unreachable`. */
  readonly code?: string
}

/** One row, for the metadata is the instance's. */
const lastRound = 'metadata_last_round'

/** Where what is held came from. */
const heldFrom = 'metadata_held_from'

/** Keep what looking at metadata came to. */
export async function keepMetadataRound(
  { instance }: Pick<Shelves, 'instance'>,
  { at, from, outcome, code }: MetadataRound,
): Promise<void> {
  await instance.put(lastRound, JSON.stringify({ at: at.getTime(), from, outcome, code }))
  if (outcome === 'loaded') await instance.put(heldFrom, from)
}

/** Find what looking at metadata came to the last time, and where what is held came from. */
export async function findMetadataRound({ instance }: Pick<Shelves, 'instance'>): Promise<{
  readonly last?: MetadataRound
  readonly heldFrom?: MetadataFrom
}> {
  const last = await instance.find(lastRound)
  const from = await instance.find(heldFrom)
  return {
    ...(last !== undefined && { last: readRound(last) }),
    ...(isMetadataFrom(from) && { heldFrom: from }),
  }
}

function readRound(json: string): MetadataRound {
  const { at, ...rest }: Omit<MetadataRound, 'at'> & { at: number } = JSON.parse(json)
  return { ...rest, at: new Date(at) }
}

function isMetadataFrom(text: string | undefined): text is MetadataFrom {
  return text === 'source' || text === 'upload' || text === 'command'
}
