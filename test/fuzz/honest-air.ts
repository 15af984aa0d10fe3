import {
  deriveAdvertKey,
  hybridCryptography,
  type LinkCode,
  writeContactRequest,
  writeHybridCode,
  writeLinkCode,
} from '@latchkey/ctap/hybrid'
import { sealAdvert, toAdvert } from '../../packages/ctap/src/hybrid/advert.ts'
import { openChannel } from '../../packages/ctap/src/hybrid/frame-channel.ts'
import { answerHandshake, beginHandshake } from '../../packages/ctap/src/hybrid/handshake.ts'
import { writeFirstMessage, writeUpdate } from '../../packages/ctap/src/hybrid/messages.ts'

/** What honest devices say over the air and through a tunnel, and what they know before. */

export const cryptography = hybridCryptography(crypto.subtle)
const bytes = (fill: number, length: number) => new Uint8Array(length).fill(fill)
const client = await cryptography.makeAgreementKey()
const authenticator = await cryptography.makeAgreementKey()
const preSharedKey = bytes(3, 32)

const link: LinkCode = {
  clientKey: client.publicKey,
  secret: bytes(7, 16),
  routingId: bytes(1, 3),
  server: 'https://login.example.org',
  linkId: '5534c163-27a9-4dd4-990b-caff3f0f0b75',
}
export const linkCode = writeLinkCode(link)
export const hybridCode = writeHybridCode({
  clientKey: client.publicKey,
  secret: bytes(7, 16),
  knownDomains: 2,
  madeAt: new Date(1_780_000_000_000),
  canLink: false,
  hint: 'mc',
})

export const advertKey = await deriveAdvertKey(cryptography, { secret: bytes(7, 16) })
export const advert = await sealAdvert(
  cryptography,
  advertKey,
  toAdvert({ nonce: bytes(2, 10), routingId: bytes(1, 3), tunnelDomain: 266 }),
)

export const begin = () =>
  beginHandshake(cryptography, { by: 'code', clientKey: client }, { preSharedKey, ephemeral: client })
export const answer = (message: Uint8Array) =>
  answerHandshake(
    cryptography,
    { by: 'code', clientKey: client.publicKey },
    { preSharedKey, ephemeral: authenticator, message },
  )
export const firstHandshake = Uint8Array.from((await begin()).message)
export const secondHandshake = Uint8Array.from((await answer(firstHandshake)).answer)

export const openFrames = () => openChannel(cryptography, { readKey: preSharedKey, writeKey: preSharedKey })
export const frame = Uint8Array.from(await openFrames().seal(bytes(9, 40)))

export const firstMessage = Uint8Array.from(writeFirstMessage(bytes(4, 100)))
export const contactRequest = Uint8Array.from(
  writeContactRequest({ linkId: bytes(1, 8), clientNonce: bytes(2, 16), hint: 'ga' }),
)
export const update = Uint8Array.from(
  writeUpdate({
    contactId: bytes(1, 30),
    linkId: bytes(2, 8),
    linkSecret: bytes(3, 32),
    authenticatorKey: bytes(4, 65),
    name: 'Pocket',
    proof: bytes(5, 32),
  }),
)
