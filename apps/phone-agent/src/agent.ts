import type { AccountDeps, Argon2id, DeviceNames, EngineDeps, Vault } from '@latchkey/keeper'
import type { AuthenticatorWords } from '@latchkey/words/authenticator'
import type { Notices } from './notices/notices.ts'
import type { PictureSource } from './qr/take-picture.ts'
import type { Radio } from './radio/radio.ts'
import type { Terminal } from './terminal/terminal.ts'

/** The phone: everything its commands do things with. */
export interface Agent {
  readonly terminal: Terminal
  readonly words: AuthenticatorWords
  readonly accounts: AccountDeps
  readonly vault: Vault
  /** What stretches the PIN of the vault. */
  readonly argon2id: Argon2id
  /** All an engine needs but the person in front of it. */
  readonly engine: Omit<EngineDeps, 'screen'>
  readonly radio: Radio
  readonly notices: Notices
  /** @throws PictureFault */
  readonly takePicture: (source: PictureSource) => Promise<Uint8Array>
  readonly openBrowser: (url: URL) => Promise<void>
  readonly tunnel: TunnelChoice
  /** What the device says of itself. */
  readonly device: DeviceNames
  /** `tpm` if that is where new keys of this device are made. */
  readonly keysIn: 'tpm' | 'software'
  readonly folder: string
  readonly pause: (milliseconds: number) => Promise<void>
}

/** What the person, or whoever set the device up, said of the tunnel service. */
export interface TunnelChoice {
  readonly domain?: number
  readonly url?: URL
}
