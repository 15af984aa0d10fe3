import type {
  BegunLink,
  ConfirmedLink,
  LinkOfDevice,
  LinkToConfirm,
  LinkUse,
} from '@latchkey/api/authenticator'
import { toBase64url } from '@latchkey/encoding'
import type { AuthenticatorApi } from '../server/authenticator-api.ts'

/** What links ask the server. */
export interface LinkApi {
  /** Begin one, from the device in this browser. By a session that was just signed in to by a passkey. */
  begin(deviceId: string): Promise<BegunLink>
  /** Say which handshake this end saw. By the device. */
  confirm(linkId: string, saw: SeenHandshake): Promise<ConfirmedLink>
  /** Say what is about to be signed. By the device. */
  announce(linkId: string, clientDataHash: Uint8Array): Promise<void>
  /** Those of this device. By the device. */
  list(): Promise<readonly LinkOfDevice[]>
  /** By the device. */
  remove(linkId: string): Promise<void>
}

/** What an end saw. */
export interface SeenHandshake {
  readonly handshakeHash: Uint8Array
  /** Of the end that signs. */
  readonly contactId?: string
}

export function linkApi(api: Pick<AuthenticatorApi, 'send'>): LinkApi {
  return {
    begin: (deviceId) => api.send('POST', '/links/begin', { deviceId }),
    confirm(linkId, { handshakeHash, contactId }) {
      const body: LinkToConfirm = {
        handshakeHash: toBase64url(handshakeHash),
        ...(contactId !== undefined && { contactId }),
      }
      return api.send('POST', `/links/${linkId}/confirm`, body)
    },
    async announce(linkId, clientDataHash) {
      const body: LinkUse = { clientDataHash: toBase64url(clientDataHash) }
      await api.send('POST', `/links/${linkId}/uses`, body)
    },
    list: async () => (await api.send<{ readonly value: readonly LinkOfDevice[] }>('GET', '/links')).value,
    remove: (linkId) => api.send('DELETE', `/links/${linkId}`),
  }
}
