import type { AccountAnswer } from '@latchkey/api/authenticator'
import type { KeeperStore } from '../storage/keeper-store.ts'
import type { KeptAccount, KeptCredential } from '../storage/kept.ts'
import { type AccountDeps, accountIdOf, changeAccount, deviceApi } from './account-book.ts'
import { isGone } from './remove-account.ts'

/** A passkey that was deleted here because its relying party does not know it. */
export interface CleanedPasskey {
  readonly id: string
  readonly rpId: string
  readonly userName?: string
}

/** What a look at the server found. */
export interface CleanUpReport {
  /** Absent if the server does not know this device any more, or has switched it off: register again. */
  readonly answer?: AccountAnswer
  /** What was deleted here, to be said. */
  readonly deleted: readonly CleanedPasskey[]
}

/** How long a passkey is left alone after it was made: its registration may be on the way. */
const graceMilliseconds = 10 * 60_000

/**
 * Bring what is kept for an account in line with the server: passkeys it does not know are deleted here, names and the
 * state of the device are taken over. For the start of a surface.
 *
 * A device that is revoked, or that the server does not know, is kept as `revoked` and vouches for nothing until the
 * server says otherwise. Its passkeys stay: whether they still sign in the server decides.
 *
 * @throws ApiProblem when the server cannot be reached: nothing has changed. KeeperRefusal `device_not_registered`, `locked`
 */
export async function cleanUpAccount(deps: AccountDeps, kept: KeptAccount): Promise<CleanUpReport> {
  const id = accountIdOf(kept)
  try {
    const answer = await (await deviceApi(deps, kept)).account()
    const { account, device, passkeys } = answer
    await changeAccount(deps, id, (before) => ({ ...before, account, device }))
    const known = new Set(passkeys.map((passkey) => passkey.id))
    const youngest = deps.now().getTime() - graceMilliseconds
    const deleted = await deleteWhere(
      deps.store,
      ({ rpId, user, id: credentialId, createdAt }) =>
        rpId === account.rpId &&
        user.id === account.userHandle &&
        !known.has(credentialId) &&
        createdAt < youngest,
    )
    return { answer, deleted }
  } catch (cause) {
    if (!isGone(cause)) throw cause
    await changeAccount(deps, id, (before) => ({ ...before, device: { ...before.device, state: 'revoked' } }))
    return { deleted: [] }
  }
}

/**
 * Do what `PublicKeyCredential.signalUnknownCredential` asks of an authenticator: delete the passkey the relying party
 * does not know. Whether the page may speak for this RP ID is for who knows its origin.
 *
 * @param credentialId base64url
 * @see https://www.w3.org/TR/webauthn-3/#sctn-signalUnknownCredential
 */
export async function takeUnknownSignal(
  { store }: Pick<AccountDeps, 'store'>,
  { rpId, credentialId }: { readonly rpId: string; readonly credentialId: string },
): Promise<readonly CleanedPasskey[]> {
  return await deleteWhere(store, (credential) => credential.rpId === rpId && credential.id === credentialId)
}

/**
 * Do what `PublicKeyCredential.signalAllAcceptedCredentials` asks: delete the passkeys of this person that are not listed.
 * One that was made in the last minutes is left alone, for the list may be older than it.
 *
 * @param signal user and credentials in base64url
 * @see https://www.w3.org/TR/webauthn-3/#sctn-signalAllAcceptedCredentials
 */
export async function takeAcceptedSignal(
  { store, now }: Pick<AccountDeps, 'store' | 'now'>,
  signal: {
    readonly rpId: string
    readonly userId: string
    readonly allAcceptedCredentialIds: readonly string[]
  },
): Promise<readonly CleanedPasskey[]> {
  const accepted = new Set(signal.allAcceptedCredentialIds)
  const youngest = now().getTime() - graceMilliseconds
  return await deleteWhere(
    store,
    ({ rpId, user, id, createdAt }) =>
      rpId === signal.rpId && user.id === signal.userId && !accepted.has(id) && createdAt < youngest,
  )
}

function deleteWhere(
  store: KeeperStore,
  isUnknown: (credential: KeptCredential) => boolean,
): Promise<readonly CleanedPasskey[]> {
  return store.change((kept) => {
    const deleted = kept.credentials.filter(isUnknown)
    if (deleted.length === 0) return [kept, []]
    const credentials = kept.credentials.filter((credential) => !deleted.includes(credential))
    return [{ ...kept, credentials }, deleted.map(toCleaned)]
  })
}

function toCleaned({ id, rpId, user }: KeptCredential): CleanedPasskey {
  return { id, rpId, ...(user.name !== undefined && { userName: user.name }) }
}
