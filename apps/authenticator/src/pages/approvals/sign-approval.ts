import {
  type ApprovalAnswerKind,
  type ApprovalClaims,
  approvalType,
  type WaitingRequest,
} from '@latchkey/api/authenticator'
import { toBase64url, toUtf8 } from '@latchkey/encoding'
import type { ApprovalKey } from './approval-keys.ts'

/**
 * Sign an answer to a request: a JWS over what was shown, in the words of the server's own clock.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-7.1
 */
export async function signApproval(
  { privateKey, deviceId }: Pick<ApprovalKey, 'privateKey' | 'deviceId'>,
  answer: {
    readonly tenantId: string
    readonly request: WaitingRequest
    readonly kind: ApprovalAnswerKind
    /** What was typed. */
    readonly number?: string
    readonly at: Date
  },
): Promise<string> {
  const { tenantId, request, kind, number, at } = answer
  const shown = new Uint8Array(await crypto.subtle.digest('SHA-256', toUtf8(request.context)))
  const claims: ApprovalClaims = {
    tid: tenantId,
    rid: request.requestId,
    ans: kind,
    ...(number !== undefined && { num: number }),
    ctx: toBase64url(shown),
    iat: Math.floor(at.getTime() / 1000),
  }
  const part = (value: object) => toBase64url(toUtf8(JSON.stringify(value)))
  const signed = `${part({ alg: 'ES256', typ: approvalType, kid: deviceId })}.${part(claims)}`
  const how = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = new Uint8Array(await crypto.subtle.sign(how, privateKey, toUtf8(signed)))
  return `${signed}.${toBase64url(signature)}`
}
