/** A secret that codes are made of, and how. */
export interface CodeSecret {
  readonly secret: Uint8Array<ArrayBuffer>
  readonly algorithm: 'SHA-1' | 'SHA-256' | 'SHA-512'
  readonly digits: number
  readonly periodSeconds: number
}

/**
 * Make the code of an instant.
 *
 * @param at milliseconds since 1970
 * @see https://www.rfc-editor.org/rfc/rfc6238
 */
export async function makeCode(
  { secret, algorithm, digits, periodSeconds }: CodeSecret,
  at: number,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: algorithm }, false, ['sign'])
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(Math.floor(at / 1000 / periodSeconds)))
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter))
  // RFC 4226 §5.3: the last half byte says where the code is.
  const offset = mac.getUint8(mac.byteLength - 1) & 0x0f
  const number = mac.getUint32(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** For how many milliseconds the code of an instant still counts. */
export function millisecondsLeft({ periodSeconds }: Pick<CodeSecret, 'periodSeconds'>, at: number): number {
  const period = periodSeconds * 1000
  return period - (at % period)
}
