/** The test vectors of WebAuthn Level 3, as a browser would have sent them. Only tests import this. */
import { readFileSync } from 'node:fs'
import { fromHex, toBase64url } from '@latchkey/encoding'

/** One vector: what a browser sends at registration and then at authentication, and what was asked. */
export interface Vector {
  readonly name: string
  readonly aaguid: string
  readonly credentialId: Uint8Array
  readonly registration: { readonly challenge: Uint8Array; readonly json: BrowserJson }
  readonly authentication: { readonly challenge: Uint8Array; readonly json: BrowserJson }
}

interface BrowserJson {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly clientExtensionResults: Readonly<Record<string, unknown>>
  readonly response: Readonly<Record<string, string>>
}

interface File {
  readonly rpId: string
  readonly origin: string
  readonly topOrigin: string
  readonly attestationRoot: string
  readonly vectors: readonly {
    readonly name: string
    readonly registration: Record<
      'challenge' | 'aaguid' | 'credential_id' | 'clientDataJSON' | 'attestationObject',
      string
    >
    readonly authentication: Record<
      'challenge' | 'clientDataJSON' | 'authenticatorData' | 'signature',
      string
    >
  }[]
}

const file: File = JSON.parse(
  readFileSync(new URL('../test-vectors/webauthn-l3.json', import.meta.url), 'utf8'),
)

export const { rpId, origin, topOrigin } = file
export const attestationRoot = fromHex(file.attestationRoot)
export const vectorUserHandle = new Uint8Array([1])

/** Asked for by the vectors. */
export const vectorAlgorithms = [-7, -8, -35, -36, -53, -257]

export const vectors: readonly Vector[] = file.vectors.map(({ name, registration, authentication }) => {
  const id = base64url(registration.credential_id)
  const answer = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const
  return {
    name,
    aaguid: registration.aaguid,
    credentialId: fromHex(registration.credential_id),
    registration: {
      challenge: fromHex(registration.challenge),
      json: {
        ...answer,
        response: {
          clientDataJSON: base64url(registration.clientDataJSON),
          attestationObject: base64url(registration.attestationObject),
        },
      },
    },
    authentication: {
      challenge: fromHex(authentication.challenge),
      json: {
        ...answer,
        response: {
          clientDataJSON: base64url(authentication.clientDataJSON),
          authenticatorData: base64url(authentication.authenticatorData),
          signature: base64url(authentication.signature),
          userHandle: toBase64url(vectorUserHandle),
        },
      },
    },
  }
})

function base64url(hex: string): string {
  return toBase64url(fromHex(hex))
}
