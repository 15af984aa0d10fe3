import type { LinkKey } from './link-key.ts'

/** What a browser's extension keeps of a device that it is linked to. */
export interface ClientLink {
  /** What the server knows it by. */
  readonly linkId: string
  readonly serverUrl: string
  /** What the tunnel service knows the device by, base64url. */
  readonly contactId: string
  /** What the device knows the link by: 8 bytes. */
  readonly number: Uint8Array
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** The device's own key of this link, uncompressed. */
  readonly authenticatorKey: { readonly x: Uint8Array; readonly y: Uint8Array }
  /** What the device is called. */
  readonly name: string
}

/** What a device that signs keeps of a browser that it is linked to. */
export interface AuthenticatorLink {
  readonly linkId: string
  readonly serverUrl: string
  /** Said to the tunnel service to be called: 32 bytes. The contact is the hash of it. */
  readonly listenSecret: Uint8Array
  readonly number: Uint8Array
  readonly secret: Uint8Array
  readonly authenticatorKey: LinkKey
}
