import type { ClientPlatform, CreationOptionsJson, RequestOptionsJson } from '@latchkey/ctap'
import type { Page } from 'playwright-core'

/**
 * Let a page's `navigator.credentials` be an authenticator of ours, with the model and the attestation of our choice:
 * Chromium's own simulated ones have neither. The page sees what a browser would give it.
 */
export async function carryOwn(page: Page, client: ClientPlatform): Promise<void> {
  await page.exposeBinding(
    'askOwnAuthenticator',
    async ({ frame }, kind: 'create' | 'get', options: unknown) => {
      const { origin } = new URL(frame.url())
      try {
        const response =
          kind === 'create'
            ? // What the page's own functions made of what the server sent, read back by the one below.
              await client.create(options as CreationOptionsJson, { origin })
            : await client.get(options as RequestOptionsJson, { origin })
        return { response }
      } catch (error) {
        if (error instanceof DOMException) return { refused: { name: error.name, message: error.message } }
        throw error
      }
    },
  )
  await page.addInitScript(standIn)
}

/** Runs in the page, before its own scripts. */
function standIn(): void {
  const toBase64url = (bytes: ArrayBuffer | ArrayBufferView) => {
    const view = ArrayBuffer.isView(bytes)
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : new Uint8Array(bytes)
    return btoa(String.fromCharCode(...view))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  }
  const toJson = (value: unknown): unknown => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return toBase64url(value)
    if (Array.isArray(value)) return value.map(toJson)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]))
  }
  const ask = async (
    kind: 'create' | 'get',
    options: CredentialCreationOptions | CredentialRequestOptions,
  ) => {
    // Nobody picks it out of a list that the page did not open.
    if ('mediation' in options && options.mediation === 'conditional')
      return await new Promise<null>(() => {})
    const own: unknown = Reflect.get(window, 'askOwnAuthenticator')
    if (typeof own !== 'function') throw new Error('there is no authenticator')
    const { response, refused } = await own(kind, toJson(options.publicKey))
    if (refused !== undefined) throw new DOMException(refused.message, refused.name)
    return Object.create(PublicKeyCredential.prototype, {
      id: { value: response.id },
      type: { value: 'public-key' },
      toJSON: { value: () => response },
    })
  }
  Object.defineProperty(navigator, 'credentials', {
    value: {
      create: (options: CredentialCreationOptions) => ask('create', options),
      get: (options: CredentialRequestOptions) => ask('get', options),
    },
  })
}
