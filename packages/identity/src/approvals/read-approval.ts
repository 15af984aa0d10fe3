import { Base64urlRefusal, fromBase64url, fromUtf8, toUtf8 } from '@latchkey/encoding'
import { IdentityRefusal } from '../refusal.ts'
import { isSignedBy } from './p256-key.ts'

/** What a device signed. */
export interface Approval {
  readonly tenantId: string
  readonly requestId: string
  readonly answer: 'approve' | 'deny' | 'report'
  /** What was typed; set with `approve`. */
  readonly number?: string
  /** SHA-256 of what the device was shown. */
  readonly contextHash: Uint8Array
  readonly signedAt: Date
}

/** The `typ` in the header: no other thing that a device signs can be taken for an approval, nor one for another thing. */
const approvalType = 'latchkey-approval+jwt'

/**
 * Read an approval, and verify that a device's approval key signed it: a JWS in compact form, ES256.
 *
 * @throws IdentityRefusal `approval_invalid`
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-7.1
 */
export function verifyApproval(
  jws: string,
  signer: { readonly deviceId: string; readonly approvalKey: Uint8Array },
): Approval {
  const parts = jws.length > 4096 ? [] : jws.split('.')
  const [header = '', payload = '', signature = ''] = parts
  if (parts.length !== 3) throw invalid('not three parts')
  const { alg, typ, kid, crit } = readPart(header)
  if (alg !== 'ES256' || typ !== approvalType || kid !== signer.deviceId || crit !== undefined) {
    throw invalid('header')
  }
  if (!isSignedBy(signer.approvalKey, toUtf8(`${header}.${payload}`), readBytes(signature))) {
    throw invalid('signature')
  }
  return readClaims(readPart(payload))
}

function readClaims({ tid, rid, ans, num, ctx, iat }: Readonly<Record<string, unknown>>): Approval {
  if (typeof tid !== 'string' || typeof rid !== 'string') throw invalid('tid, rid')
  if (ans !== 'approve' && ans !== 'deny' && ans !== 'report') throw invalid('ans')
  if (ans === 'approve' && (typeof num !== 'string' || !/^[0-9]{2}$/.test(num))) throw invalid('num')
  if (typeof ctx !== 'string') throw invalid('ctx')
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat)) throw invalid('iat')
  return {
    tenantId: tid,
    requestId: rid,
    answer: ans,
    ...(ans === 'approve' && typeof num === 'string' && { number: num }),
    contextHash: readBytes(ctx),
    signedAt: new Date(iat * 1000),
  }
}

function readPart(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(fromUtf8(readBytes(text)))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch (cause) {
    if (cause instanceof IdentityRefusal) throw cause
  }
  throw invalid('not an object')
}

function readBytes(text: string): Uint8Array {
  try {
    return fromBase64url(text)
  } catch (cause) {
    if (cause instanceof Base64urlRefusal) throw invalid('base64url')
    throw cause
  }
}

function invalid(detail: string): IdentityRefusal {
  return new IdentityRefusal('approval_invalid', { detail })
}
