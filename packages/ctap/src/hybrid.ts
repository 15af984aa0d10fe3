/**
 * The hybrid transport of CTAP 2.3: an authenticator that is spoken to through a tunnel, after a code was read and an
 * advert was heard, or over a link between two that know each other. Pure: sockets, radio, cryptography and randomness
 * are arguments.
 */
export {
  advertLength,
  advertServices,
  deriveAdvertKey,
  type Meeting,
  type OpenAdvert,
  openAdvert,
  readMeeting,
} from './hybrid/advert.ts'
export {
  answerHybrid,
  answerLinked,
  type CodeMeeting,
  type HybridDeps,
  type KnownClient,
  type LinkMeeting,
} from './hybrid/answer-hybrid.ts'
export { derive, type HybridPurpose } from './hybrid/derive.ts'
export {
  type KnownAuthenticator,
  meetByCode,
  meetByLink,
  type RemoteAuthenticator,
  type ShownCode,
} from './hybrid/hybrid-client.ts'
export { type HybridCode, type HybridHint, readHybridCode, writeHybridCode } from './hybrid/hybrid-code.ts'
export { type HybridCryptography, hybridCryptography } from './hybrid/hybrid-cryptography.ts'
export { HybridRefusal, type HybridRefusalCode } from './hybrid/hybrid-refusal.ts'
export { isLinkCode, type LinkCode, readLinkCode, writeLinkCode } from './hybrid/link-code.ts'
export { type FreshLink, type OfferedLink, offerLink, type TakenLink, takeLink } from './hybrid/link-up.ts'
export {
  type ContactRequest,
  readContactRequest,
  routingIdHeader,
  tunnelPaths,
  tunnelSubprotocol,
  writeContactRequest,
} from './hybrid/messages.ts'
export type { ServedEnd } from './hybrid/serve-commands.ts'
export { toTunnelDomain } from './hybrid/tunnel-domain.ts'
export { type TunnelSocket, toTunnelSocket, type WebSocketLike } from './hybrid/tunnel-socket.ts'
