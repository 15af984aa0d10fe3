import type { Deps } from '../deps.ts'
import { logStreamBound, logStreamPurpose } from '../log-streams/log-stream-secret.ts'
import { openTotpSecret, totpBound, totpPurpose } from '../totp/sealed-secret.ts'
import { deviceCaBound, deviceCaPurpose } from '../trust/device-ca-seal.ts'
import { readKeyNumber } from './open-keyring.ts'
import { openSealed } from './open-sealed.ts'
import { signingKeyBound, signingKeyPurpose } from './signing-key-seal.ts'

const pageSize = 200

/**
 * Make the next sealing key, and seal again what is kept under older ones: TOTP secrets, signing keys,
 * the keys of device CAs and what webhooks are signed with.
 *
 * Safe while servers run: the old keys still open, so a node that does not know the new one yet reads on, and challenges
 * and flows that are under way end well. Safe to stop in the middle: what is left is still readable, and `resealSecrets`
 * goes on with it.
 *
 * @returns the number of the key that seals now, and how many secrets were sealed again
 */
export async function rotateKeyring(deps: Deps): Promise<{ keyNumber: number; resealed: number }> {
  const keyNumber = await deps.keyring.rotate()
  return { keyNumber, resealed: await resealSecrets(deps) }
}

/** Seal again, under the newest key, every kept secret that is sealed under an older one. @returns how many */
export async function resealSecrets(deps: Deps): Promise<number> {
  await deps.keyring.refresh()
  const small = (await resealDeviceCas(deps)) + (await resealLogStreams(deps))
  return (await resealTotps(deps)) + (await resealSigningKeys(deps)) + small
}

async function resealTotps(deps: Deps): Promise<number> {
  const { stores, keyring } = deps
  let resealed = 0
  let after: string | undefined
  for (;;) {
    const page = await stores.totps.listSealed({ limit: pageSize, ...(after !== undefined && { after }) })
    const old = page.filter(({ sealedSecret }) => isOld(deps, sealedSecret))
    const again = await Promise.all(
      old.map(async (totp) => ({
        totp,
        sealed: keyring.seal(totpPurpose, await openTotpSecret(deps, totp), totpBound(totp)),
      })),
    )
    await stores.atomically(async (tx) => {
      for (const { totp, sealed } of again) await tx.totps.putSealedSecret(totp.tenantId, totp.totpId, sealed)
    })
    resealed += old.length
    after = page.at(-1)?.totpId
    if (page.length < pageSize) return resealed
  }
}

async function resealSigningKeys(deps: Deps): Promise<number> {
  const { stores, keyring } = deps
  const old = (await stores.signingKeys.listSealed()).filter((key) => isOld(deps, key.sealedPrivateKey))
  for (const key of old) {
    const bound = signingKeyBound(key)
    const opened = await openSealed(deps, signingKeyPurpose, key.sealedPrivateKey, bound)
    const sealed = keyring.seal(signingKeyPurpose, opened, bound)
    await stores.signingKeys.putSealedPrivateKey(key.tenantId, key.keyId, sealed)
  }
  return old.length
}

async function resealDeviceCas(deps: Deps): Promise<number> {
  const { stores, keyring } = deps
  const old = (await stores.trust.listDeviceCas()).filter((ca) => isOld(deps, ca.sealedPrivateKey))
  for (const { tenantId, sealedPrivateKey } of old) {
    const bound = deviceCaBound(tenantId)
    const opened = await openSealed(deps, deviceCaPurpose, sealedPrivateKey, bound)
    await stores.trust.putSealedDeviceCaKey(tenantId, keyring.seal(deviceCaPurpose, opened, bound))
  }
  return old.length
}

/** The former secret of a stream signs for a day at most: it is let go rather than sealed again. */
async function resealLogStreams(deps: Deps): Promise<number> {
  const { stores, keyring } = deps
  let resealed = 0
  for (const { former: _, ...stream } of await stores.logStreams.listSealed()) {
    if (stream.sealedSecret === undefined || !isOld(deps, stream.sealedSecret)) continue
    const bound = logStreamBound(stream)
    const opened = await openSealed(deps, logStreamPurpose, stream.sealedSecret, bound)
    await stores.logStreams.put({ ...stream, sealedSecret: keyring.seal(logStreamPurpose, opened, bound) })
    resealed++
  }
  return resealed
}

function isOld({ keyring }: Deps, sealed: Uint8Array): boolean {
  return readKeyNumber(sealed) !== keyring.current
}
