/** A registration with a packed statement by a certificate of one's own. Only tests import this. */
import { concatBytes, fromHex } from '@latchkey/encoding'
import { registration, signWith } from '../honest-ceremony.fixture.ts'
import { readRegistrationResponse } from '../read-registration-response.ts'
import { aaguidExtension, type Issued, issue } from './certificates.fixture.ts'
import { toStatement } from './statement.fixture.ts'

/**
 * Make what an authenticator of this model sends, attested by a certificate that the root issued; without a root, by the
 * key itself.
 */
export function attestedRegistration(
  aaguid: string,
  root?: Issued,
): { readonly attestationObject: Uint8Array; readonly clientDataJSON: Uint8Array; readonly json: unknown } {
  const id = fromHex(aaguid.replaceAll('-', ''))
  const leaf = root && issue(root, { extensions: [aaguidExtension(id)] })
  const { json } = registration({
    aaguid: id,
    attestation: ({ authenticatorData, clientDataHash, key }) => {
      const sig = signWith(leaf?.key ?? key, concatBytes(authenticatorData, clientDataHash))
      return { fmt: 'packed', attStmt: toStatement({ alg: -7, sig, x5c: leaf && [leaf.der] }) }
    },
  })
  const { attestationObject, clientDataJSON } = readRegistrationResponse(json)
  return { attestationObject, clientDataJSON, json }
}
