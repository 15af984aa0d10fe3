import type { AgreementKey, AgreementPoint } from '../cryptography.ts'
import { equalSecrets } from '../pin/equal-secrets.ts'
import type { HybridCryptography } from './hybrid-cryptography.ts'
import { HybridRefusal } from './hybrid-refusal.ts'
import type { LinkInfo } from './messages.ts'
import { fromUncompressed } from './point.ts'

/** Prove in linking data that the key in it is ours, in this very handshake. */
export function proveLink(
  cryptography: HybridCryptography,
  keys: { readonly ours: AgreementKey; readonly theirs: AgreementPoint },
  handshakeHash: Uint8Array,
): Promise<Uint8Array> {
  return computeProof(cryptography, keys, handshakeHash)
}

/**
 * Establish that who sent linking data holds the key in it.
 *
 * @param clientKey of the code
 * @throws HybridRefusal `link_not_proven`
 */
export async function verifyLink(
  cryptography: HybridCryptography,
  clientKey: AgreementKey,
  { link, handshakeHash }: { readonly link: LinkInfo; readonly handshakeHash: Uint8Array },
): Promise<AgreementPoint> {
  const theirs = fromUncompressed(link.authenticatorKey)
  const proof = await computeProof(cryptography, { ours: clientKey, theirs }, handshakeHash)
  if (!equalSecrets(proof, link.proof)) throw new HybridRefusal('link_not_proven')
  return theirs
}

async function computeProof(
  cryptography: HybridCryptography,
  { ours, theirs }: { readonly ours: AgreementKey; readonly theirs: AgreementPoint },
  handshakeHash: Uint8Array,
): Promise<Uint8Array> {
  const shared = await ours.agree(theirs)
  if (shared === undefined) throw new HybridRefusal('link_not_proven')
  return cryptography.hmacSha256(shared, handshakeHash)
}
