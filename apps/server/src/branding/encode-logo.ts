import { Worker } from 'node:worker_threads'
import { type BrandImage, IdentityRefusal } from '@latchkey/identity'
import { z } from 'zod'
import { readPictureFacts } from './picture-facts.ts'

/** The largest picture that is taken, in bytes. */
export const largestPicture = 1024 * 1024

/** The longest side that is taken, in pixels. */
const longestSide = 2000

/** A picture of that size takes less than one; what takes longer is made to. */
const patienceMilliseconds = 10_000

const Encoded = z.object({
  png: z.instanceof(Uint8Array),
  width: z.int().positive(),
  height: z.int().positive(),
})

/** Twice as large as a logo is shown, for screens that show more. */
const logoBox: PictureBox = { width: 480, height: 120 }

/** Into what a picture is made to fit, in pixels. */
export interface PictureBox {
  readonly width: number
  readonly height: number
}

/** Encode a logo again. @throws IdentityRefusal `image_unreadable`, `image_too_large` */
export function encodeLogo(bytes: Uint8Array): Promise<EncodedPicture> {
  return encodePicture(bytes, logoBox)
}

/** A picture that we wrote, to the last byte. */
export type EncodedPicture = Pick<BrandImage, 'png' | 'width' | 'height'>

/**
 * Decode a picture and encode it again, small enough for a page: what comes out was written by us, to the last byte. Done
 * in a thread of its own that begins now and ends with it, so that nobody waits and nothing stays.
 *
 * @throws IdentityRefusal `image_unreadable`, `image_too_large`
 */
export async function encodePicture(bytes: Uint8Array, box: PictureBox): Promise<EncodedPicture> {
  if (bytes.length > largestPicture) throw new IdentityRefusal('image_too_large', { detail: 'bytes' })
  const facts = readPictureFacts(bytes)
  if (facts === undefined || facts.width === 0 || facts.height === 0) throw unreadable()
  if (facts.width > longestSide || facts.height > longestSide) {
    throw new IdentityRefusal('image_too_large', { detail: `${facts.width} × ${facts.height}` })
  }

  const worker = new Worker(new URL('./logo-thread.ts', import.meta.url), {
    workerData: { kind: facts.kind, bytes, box },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    // A codec that gives up says so there; we say it better.
    stdout: true,
    stderr: true,
  })
  const timer = setTimeout(() => void worker.terminate(), patienceMilliseconds)
  try {
    return Encoded.parse(
      await new Promise((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', (cause) => reject(unreadable(cause)))
        worker.once('exit', () => reject(unreadable()))
      }),
    )
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function unreadable(cause?: unknown): IdentityRefusal {
  return new IdentityRefusal('image_unreadable', { cause })
}
