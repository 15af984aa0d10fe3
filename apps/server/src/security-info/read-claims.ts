import { z } from 'zod'

/** What an answer to a registration says of itself: good for names and advice, established by nothing. */
export interface Claims {
  /** Lower case. */
  readonly aaguid?: string
  readonly credentialId?: Uint8Array
}

const Answer = z.object({
  id: z.string().regex(/^[\w-]{1,1364}$/),
  response: z.object({ authenticatorData: z.string().max(8192).optional() }),
})

/** Read the claims of an answer; nothing of what is none. */
export function readClaims(response: unknown): Claims {
  const read = Answer.safeParse(response)
  if (!read.success) return {}
  const { id, response: inner } = read.data
  const data = Buffer.from(inner.authenticatorData ?? '', 'base64url')
  const hex = data.subarray(37, 53).toString('hex')
  const aaguid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return {
    ...(aaguid.length === 36 && { aaguid }),
    credentialId: new Uint8Array(Buffer.from(id, 'base64url')),
  }
}
