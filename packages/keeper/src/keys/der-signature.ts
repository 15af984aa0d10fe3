import { writeDer } from '@latchkey/encoding/x509'

/** Write a signature of ECDSA on P-256, `r` and `s` of 32 bytes each, as the DER that X.509 and WebAuthn want. */
export function toDerSignature(signature: Uint8Array): Uint8Array {
  return writeDer.sequence(
    writeDer.unsigned(signature.subarray(0, 32)),
    writeDer.unsigned(signature.subarray(32)),
  )
}
