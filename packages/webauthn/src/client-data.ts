import { Base64urlRefusal, fromBase64url, fromUtf8, Utf8Refusal } from '@latchkey/encoding'
import { CeremonyRefusal } from './refusal.ts'
import { isObject } from './response-json.ts'

/**
 * What the browser signed about: which ceremony, which challenge, on which page. Members it may grow are ignored.
 *
 * @see https://www.w3.org/TR/webauthn-3/#dictionary-client-data
 */
export interface ClientData {
  readonly type: string
  readonly challenge: Uint8Array
  readonly origin: string
  /** Whether the ceremony ran in a frame whose ancestors are of another origin. Absent means no. */
  readonly crossOrigin: boolean
  /** The page around the frame, if the browser says so. */
  readonly topOrigin?: string
}

/**
 * Read client data. Reading establishes nothing: what it says counts only once a signature over its hash has been
 * verified. But the challenge can be taken out, to see whether it is one of ours.
 *
 * @param bytes `clientDataJSON` as it came; its hash is over exactly these
 * @throws CeremonyRefusal `client_data_malformed`
 */
export function readClientData(bytes: Uint8Array): ClientData {
  const json = parse(bytes)
  if (!isObject(json)) throw new CeremonyRefusal('client_data_malformed', { detail: 'not an object' })

  const { type, origin, crossOrigin = false, topOrigin } = json
  if (typeof type !== 'string') throw new CeremonyRefusal('client_data_malformed', { detail: 'type' })
  if (typeof origin !== 'string') throw new CeremonyRefusal('client_data_malformed', { detail: 'origin' })
  if (typeof crossOrigin !== 'boolean') {
    throw new CeremonyRefusal('client_data_malformed', { detail: 'crossOrigin' })
  }
  const challenge = readChallenge(json['challenge'])
  if (topOrigin === undefined) return { type, challenge, origin, crossOrigin }
  if (typeof topOrigin !== 'string')
    throw new CeremonyRefusal('client_data_malformed', { detail: 'topOrigin' })
  return { type, challenge, origin, crossOrigin, topOrigin }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes))
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof Utf8Refusal) {
      throw new CeremonyRefusal('client_data_malformed', { detail: 'not JSON', cause })
    }
    throw cause
  }
}

function readChallenge(text: unknown): Uint8Array {
  if (typeof text !== 'string') throw new CeremonyRefusal('client_data_malformed', { detail: 'challenge' })
  try {
    return fromBase64url(text)
  } catch (cause) {
    if (!(cause instanceof Base64urlRefusal)) throw cause
    throw new CeremonyRefusal('client_data_malformed', { detail: 'challenge', cause })
  }
}
