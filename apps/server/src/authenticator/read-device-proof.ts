import { deviceProofType } from '@latchkey/api/authenticator'
import { type DeviceProof, sha256 } from '@latchkey/identity'
import { z } from 'zod'

const Header = z.strictObject({ alg: z.literal('ES256'), typ: z.literal(deviceProofType), kid: z.uuid() })

const Claims = z.object({
  tid: z.uuid(),
  htm: z.string(),
  htu: z.string(),
  iat: z.int().nonnegative(),
  jti: z.string().regex(/^[\w-]{22,100}$/),
  bh: z.string().optional(),
  ver: z.string().max(30).optional(),
})

/** The longest proof we look at. */
const longestProof = 4096

/** The request that a proof has to be about. */
export interface ProvenRequest {
  readonly method: string
  /** Without query. */
  readonly address: string
  /** As it came; absent without one. */
  readonly body?: Uint8Array
}

/**
 * Read the proof in an `Authorization` header. It establishes nothing yet: the signature is for `findProvenDevice`.
 *
 * @returns `undefined` if there is none, or it is for another request
 */
export function readDeviceProof(
  authorization: string | undefined,
  request: ProvenRequest,
): DeviceProof | undefined {
  const [, jwt = ''] = /^Device ([\w.-]+)$/i.exec(authorization ?? '') ?? []
  if (jwt.length > longestProof) return undefined
  const [head, body, signature, ...rest] = jwt.split('.')
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) return undefined
  const header = Header.safeParse(fromPart(head))
  const claims = Claims.safeParse(fromPart(body))
  if (!header.success || !claims.success || !isFor(request, claims.data)) return undefined
  const { tid, iat, jti, ver } = claims.data
  return {
    tenantId: tid,
    deviceId: header.data.kid,
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(signature, 'base64url'),
    madeAt: new Date(iat * 1000),
    proofId: jti,
    ...(ver !== undefined && { appVersion: ver }),
  }
}

/** The proof is about this method, this address and this very body. */
function isFor({ method, address, body }: ProvenRequest, { htm, htu, bh }: z.infer<typeof Claims>): boolean {
  const hash = body === undefined ? undefined : Buffer.from(sha256(body)).toString('base64url')
  return htm === method && htu === address && bh === hash
}

function fromPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    // No proof at all.
    return undefined
  }
}
