import { equalBytes, toHex } from '@latchkey/encoding'
import {
  type CredentialShelf,
  type CredentialSource,
  newVerificationState,
  type VerificationState,
} from './credential-shelf.ts'

/**
 * A shelf that forgets everything when the process ends: for tests and for trying things out.
 */
export function memoryShelf({ capacity = 100 }: { readonly capacity?: number } = {}): CredentialShelf {
  /** By credential ID in hexadecimal; the oldest first. */
  const credentials = new Map<string, CredentialSource>()
  let verification: VerificationState = newVerificationState
  let largeBlobs: Uint8Array | undefined

  return {
    capacity,
    async countCredentials() {
      return credentials.size
    },
    async putCredential(credential) {
      const replaced = credential.discoverable
        ? [...credentials.values()].find(
            (other) =>
              other.discoverable &&
              other.rpId === credential.rpId &&
              equalBytes(other.user.id, credential.user.id),
          )
        : undefined
      if (replaced === undefined && credentials.size >= capacity) return 'full'
      if (replaced !== undefined) credentials.delete(toHex(replaced.id))
      credentials.set(toHex(credential.id), credential)
      return 'kept'
    },
    async findCredential(id) {
      return credentials.get(toHex(id))
    },
    async listCredentials(rpId) {
      return [...credentials.values()]
        .filter((credential) => (rpId ?? credential.rpId) === credential.rpId)
        .reverse()
    },
    async countSignature(id) {
      const credential = credentials.get(toHex(id))
      if (credential === undefined) return undefined
      const signCount = credential.signCount + 1
      credentials.set(toHex(id), { ...credential, signCount })
      return signCount
    },
    async putUser(id, user) {
      const credential = credentials.get(toHex(id))
      if (credential === undefined) return false
      credentials.set(toHex(id), { ...credential, user })
      return true
    },
    async removeCredential(id) {
      return credentials.delete(toHex(id))
    },
    async getVerificationState() {
      return verification
    },
    async putPin(pin) {
      verification = { ...verification, pin }
    },
    async takeRetry(kind) {
      if (verification[kind] <= 0) return false
      verification = { ...verification, [kind]: verification[kind] - 1 }
      return true
    },
    async putRetries(kind, left) {
      verification = { ...verification, [kind]: left }
    },
    async findLargeBlobs() {
      return largeBlobs
    },
    async putLargeBlobs(serialised) {
      largeBlobs = serialised
    },
    async clear() {
      credentials.clear()
      verification = newVerificationState
      largeBlobs = undefined
    },
  }
}
