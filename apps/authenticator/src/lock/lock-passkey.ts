import { toBase64url } from '@latchkey/encoding'
import {
  findPrfOutput,
  type KeptLockPasskey,
  lockPasskeyCreation,
  lockPasskeyRequest,
  type NewLock,
} from '@latchkey/keeper'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/**
 * Make the passkey that unlocks this app, with the phone's own password manager. It signs in nowhere: the server never
 * hears of it.
 *
 * @returns undefined if the phone's passkeys cannot keep a secret for us (PRF), or the person said no
 */
export async function makeLockPasskey(rpId: string, name: string): Promise<NewLock | undefined> {
  const { publicKey, salt } = lockPasskeyCreation(random, { rpId, name })
  const credential = await askPhone(() => navigator.credentials.create({ publicKey }))
  if (credential === undefined) return undefined
  const credentialId = new Uint8Array(credential.rawId)
  // Many phones give the secret only when they are asked once more.
  const prf =
    findPrfOutput(credential) ??
    (await askForPrf({ rpId, credentialId: credential.id, salt: toBase64url(salt) }))
  return prf && { prf, credentialId, rpId, salt }
}

/** Have the phone give the secret that unlocks. */
export async function askForPrf(
  passkey: Pick<KeptLockPasskey, 'rpId' | 'credentialId' | 'salt'>,
): Promise<Uint8Array | undefined> {
  const publicKey = lockPasskeyRequest(random, passkey)
  const credential = await askPhone(() => navigator.credentials.get({ publicKey }))
  return credential && findPrfOutput(credential)
}

/** What the phone answered; whoever says no to it gets the same as whoever cannot. */
async function askPhone(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  try {
    const answer = await ask()
    return answer instanceof PublicKeyCredential ? answer : undefined
  } catch (cause) {
    if (cause instanceof DOMException) return undefined
    throw cause
  }
}
