import { createHmac } from 'node:crypto'
import { toUtf8 } from '@latchkey/encoding'
import { equalSecrets } from '../ids/secret.ts'

/** How long a code is good, in seconds; the generators people have know no other. */
export const stepSeconds = 30

/** How many steps a generator's clock may be off, either way. */
const tolerance = 1

/**
 * The code of a time step: six digits, HMAC-SHA-1.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6238#section-4
 */
export function oneTimeCode(secret: Uint8Array, step: number): string {
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const truncated = mac.readUInt32BE((mac[19] ?? 0) & 0x0f) & 0x7fffffff
  return String(truncated % 1_000_000).padStart(6, '0')
}

/** Find the step, now or one before or after, whose code this is; every one is compared, whichever matches. */
export function findStep(secret: Uint8Array, code: string, at: Date): number | undefined {
  const now = Math.floor(at.getTime() / 1000 / stepSeconds)
  const typed = toUtf8(code)
  let found: number | undefined
  for (let step = now - tolerance; step <= now + tolerance; step++) {
    if (equalSecrets(toUtf8(oneTimeCode(secret, step)), typed)) found ??= step
  }
  return found
}

/** Read what somebody typed for a code: six digits, with space anywhere. */
export function readTypedCode(text: string): string | undefined {
  const code = text.slice(0, 32).replace(/\s/g, '')
  return /^[0-9]{6}$/.test(code) ? code : undefined
}
