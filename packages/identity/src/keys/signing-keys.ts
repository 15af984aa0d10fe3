import { toBase64url } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'
import { sha256 } from '../ids/secret.ts'
import { makeSigningKey, signingAlgorithms } from './make-signing-key.ts'
import { openSealed } from './open-sealed.ts'
import { signingKeyBound, signingKeyPurpose } from './signing-key-seal.ts'
import type { SigningKey } from './signing-key-store.ts'

/** A key to sign with, opened. */
export interface OpenSigningKey {
  readonly keyId: string
  /** PKCS#8 in DER. */
  readonly privateKeyPkcs8: Uint8Array
}

/** The keys of a tenant: those that sign now, and those that verifiers may meet. */
export interface SigningKeys {
  /** Changes whenever any of the rest does. */
  readonly version: string
  readonly current: { readonly ES256: OpenSigningKey; readonly RS256: OpenSigningKey }
  /** Public keys: also the ones that will sign soon, and the ones whose tokens are still good. */
  readonly published: readonly JsonWebKey[]
}

/** Get a tenant's signing keys; make them on first need. Two nodes that need them at once use the same. */
export async function signingKeys(deps: Deps, tenantId: string): Promise<SigningKeys> {
  const kept = await deps.stores.signingKeys.list(tenantId)
  const lacking = signingAlgorithms.filter((algorithm) => !kept.some((key) => key.algorithm === algorithm))
  const keys = lacking.length === 0 ? kept : await makeFirst(deps, tenantId)

  const now = deps.now()
  const published = keys.filter(({ retiredAt }) => retiredAt === undefined || retiredAt > now)
  const ES256 = getCurrent(keys, 'ES256', now)
  const RS256 = getCurrent(keys, 'RS256', now)
  return {
    version: toVersion([ES256, RS256, ...published]),
    current: { ES256: await open(deps, ES256), RS256: await open(deps, RS256) },
    published: published.map(({ publicJwk }) => JSON.parse(publicJwk)),
  }
}

/** Make what is lacking; whoever's unit comes second finds it there, and what it made is forgotten. */
async function makeFirst(deps: Deps, tenantId: string): Promise<readonly SigningKey[]> {
  const now = deps.now()
  const made = await Promise.all(signingAlgorithms.map((each) => makeSigningKey(deps, tenantId, each, now)))
  await deps.stores.atomically(async (tx) => {
    const kept = await tx.signingKeys.list(tenantId)
    const lacking = made.filter(({ algorithm }) => !kept.some((key) => key.algorithm === algorithm))
    for (const key of lacking) {
      // One statement decides between two databases' connections that both saw nothing.
      const name = `first signing key ${tenantId} ${key.algorithm}`
      const first = await tx.instance.insertFirst(name, key.keyId)
      if (first === key.keyId) await tx.signingKeys.insert(key)
    }
  })
  return deps.stores.signingKeys.list(tenantId)
}

/**
 * The newest that is active; of two of one instant the one that is not on its way out. If a clock jumped back and none
 * is active, the oldest: there is always one to sign with.
 */
function getCurrent(keys: readonly SigningKey[], algorithm: SigningKey['algorithm'], now: Date): SigningKey {
  const usable = keys.filter((key) => key.algorithm === algorithm && !isRetired(key, now))
  const byActivity = usable.toSorted(
    (a, b) => a.activeFrom.getTime() - b.activeFrom.getTime() || leavingFirst(a) - leavingFirst(b),
  )
  const current = byActivity.findLast(({ activeFrom }) => activeFrom <= now) ?? byActivity[0]
  if (current === undefined) throw new Error(`there is no ${algorithm} key to sign with`)
  return current
}

function leavingFirst({ retiredAt }: SigningKey): number {
  return retiredAt === undefined ? 1 : 0
}

function isRetired({ retiredAt }: SigningKey, now: Date): boolean {
  return retiredAt !== undefined && retiredAt <= now
}

async function open(deps: Deps, key: SigningKey): Promise<OpenSigningKey> {
  const bound = signingKeyBound(key)
  const privateKeyPkcs8 = await openSealed(deps, signingKeyPurpose, key.sealedPrivateKey, bound)
  return { keyId: key.keyId, privateKeyPkcs8 }
}

function toVersion(keys: readonly SigningKey[]): string {
  return toBase64url(sha256(keys.map(({ keyId }) => keyId).join(' ')).subarray(0, 12))
}
