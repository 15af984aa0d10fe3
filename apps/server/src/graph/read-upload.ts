import { GraphRefusal } from './graph-refusal.ts'
import type { GraphCall } from './graph-route.ts'

/** One file at a time: each is held whole before anything in it is believed. */
let reading = false

/**
 * Read a file that was sent, whole. Whoever sends it is known by then, and nothing more is read than is taken.
 *
 * @throws GraphRefusal `requestEntityTooLarge`; `tooManyRequests` while another is read
 */
export async function readUpload({ upload }: GraphCall, largest: number): Promise<Uint8Array> {
  if (reading) {
    throw new GraphRefusal('tooManyRequests', 'Another file is being read. Try again in a moment.', {
      headers: { 'retry-after': '5' },
    })
  }
  reading = true
  try {
    return await readWhole(upload, largest)
  } finally {
    reading = false
  }
}

async function readWhole(upload: GraphCall['upload'], largest: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of upload ?? []) {
    const bytes: Uint8Array = piece
    length += bytes.length
    if (length > largest) {
      const size = `${Math.floor(largest / 1024)} KB`
      throw new GraphRefusal('requestEntityTooLarge', `No more than ${size} are taken here.`, {
        headers: { connection: 'close' },
      })
    }
    pieces.push(bytes)
  }
  return Buffer.concat(pieces)
}
