import { ApiProblem } from '@latchkey/api'
import type { AccountAnswer } from '@latchkey/api/authenticator'
import {
  type AccountDeps,
  type AuthenticatorApi,
  addAccount,
  cleanUpAccount,
  deviceApi,
  forgetAccount,
  forgetLink,
  getAccount,
  indexedDbStore,
  KeeperRefusal,
  type Kept,
  type KeptAccount,
  type KeptAuthenticatorLink,
  type KeptLockPasskey,
  linkApi,
  newAuthenticatorApi,
  newVault,
  nothingKept,
  removeAccount,
  removeCredential,
  renewWhenDue,
  type Vault,
  webDeviceKeys,
} from '@latchkey/keeper'
import { appVersion } from '../app-version.ts'
import { makeCode } from '../codes/one-time-code.ts'
import { tellingVault } from '../lock/telling-vault.ts'
import { type CodeKeeper, newCodeKeeper } from './code-keeper.ts'
import { describePhone } from './describe-phone.ts'
import { type KeptCodes, openNotesShelf, type Seen } from './notes.ts'

/** An account on this phone. */
export interface PhoneAccount {
  /** `tenant.person`, good for an address. */
  readonly id: string
  readonly kept: KeptAccount
  readonly codes: readonly KeptCodes[]
  readonly seen?: Seen
  /** The passkeys that were begun here. */
  readonly made: readonly string[]
  /** The passkeys that this app keeps itself: credential IDs, base64url. */
  readonly ownKeys: readonly string[]
  /** The browsers that it signs in to. */
  readonly links: readonly KeptAuthenticatorLink[]
}

/** Everything on this phone. */
export interface PhoneState {
  readonly accounts: readonly PhoneAccount[]
  /** Of other services. */
  readonly otherCodes: readonly KeptCodes[]
}

/** What a comparison with the server found, and took away here. */
export interface Compared {
  readonly answer?: AccountAnswer
  readonly gone: readonly KeptCodes[]
  /** Credential IDs. */
  readonly goneKeys: readonly string[]
}

/** What the app keeps and does, whatever is shown. */
export interface Phone {
  readonly vault: Vault
  /** What keys of this app are made, kept and used with. */
  readonly keeper: AccountDeps & { readonly vault: Vault }
  readonly codes: CodeKeeper
  /** The server, as whoever is signed in on its pages in this browser. */
  readonly session: AuthenticatorApi
  read(): Promise<PhoneState>
  /** Register this phone for whoever is signed in; anew, if the account is here. @throws ApiProblem */
  register(): Promise<string>
  /** The server, as this phone. @throws KeeperRefusal `account_unknown`, `device_not_registered` */
  api(id: string): Promise<AuthenticatorApi>
  /**
   * Put an account in line with its organisation, and renew this phone's certificate if it is time.
   *
   * @returns what the server said, absent if it does not know this phone any more; and the codes and the keys of this app
   *   that went, because it does not know them either
   * @throws ApiProblem, KeeperRefusal
   */
  compare(id: string): Promise<Compared>
  noteMade(id: string, credentialId: string): Promise<void>
  /** Delete a passkey that this app keeps, at the organisation and here. @throws ApiProblem: then nothing has changed */
  removeOwnKey(id: string, credentialId: string): Promise<void>
  /** Have the organisation, this phone and, when it asks next, the browser forget a link. @throws ApiProblem */
  unlink(id: string, linkId: string): Promise<void>
  /** Take an account off this phone and this phone off the account. @throws ApiProblem: then nothing has changed here */
  remove(id: string): Promise<void>
  /** Take an account off this phone, whatever the server thinks of it. */
  forget(id: string): Promise<void>
  /** The passkey that unlocks the app, if one does. */
  findLockPasskey(): Promise<KeptLockPasskey | undefined>
  /**
   * Take the app lock away; codes that it sealed are sealed by the phone.
   *
   * @throws KeeperRefusal `locked`; `lock_needed` if there are keys of this app or linked browsers
   */
  unseal(): Promise<void>
  clear(): Promise<void>
  /** Say who is told when too many wrong PINs have deleted what the lock sealed. */
  onWiped(listener: () => void): void
}

/** Open what is kept on this phone. */
export function openPhone(): Phone {
  const store = indexedDbStore(indexedDB, 'latchkey-phone-keeper')
  const shelf = openNotesShelf(indexedDB)
  const { subtle } = crypto
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const now = () => new Date()
  let tellWiped = () => {}
  const vault: Vault = tellingVault(newVault({ store, subtle, random, now }), async () => {
    await codes.dropLocked()
    tellWiped()
  })
  const codes: CodeKeeper = newCodeKeeper(shelf, vault)
  const deps: AccountDeps = {
    store,
    subtle,
    random,
    now,
    fetch: fetch.bind(window),
    deviceKeys: webDeviceKeys(subtle),
    surface: 'phoneApp',
    appVersion,
  }
  const serverUrl = location.origin
  const session = newAuthenticatorApi(deps, { serverUrl, caller: { by: 'cookie' } })
  const find = async (id: string) => {
    const [tenantId = '', userId = ''] = id.split('.')
    return await getAccount(deps, { serverUrl, tenantId, userId })
  }
  /** Take the codes made here off the account, too. What the server does not know any more is no hindrance. */
  const removeCodes = async (account: KeptAccount, id: string) => {
    const all = (await shelf.read()).codes.filter(({ accountId }) => accountId === id)
    if (all.length === 0 || account.deviceKey === undefined) return
    const api = await deviceApi(deps, account)
    for (const kept of all) {
      const code = await makeCode(await codes.open(kept), Date.now())
      await api.send('POST', `/codes/${kept.serverId}/remove`, { code }).catch((problem) => {
        if (!(problem instanceof ApiProblem) || !gone.has(problem.code)) throw problem
      })
      await codes.remove(kept.id)
    }
  }
  const forgetNotes = (id: string) =>
    shelf.change((notes) => {
      const { [id]: _seen, ...seen } = notes.seen
      const { [id]: _made, ...made } = notes.made
      return { ...notes, seen, made, codes: notes.codes.filter(({ accountId }) => accountId !== id) }
    })

  return {
    vault,
    keeper: { ...deps, vault },
    codes,
    session,
    async read() {
      const [all, notes] = await Promise.all([store.read(), shelf.read()])
      return {
        accounts: all.accounts.map((kept) => {
          const id = idOf(kept)
          const seen = notes.seen[id]
          return {
            id,
            kept,
            codes: notes.codes.filter(({ accountId }) => accountId === id),
            made: notes.made[id] ?? [],
            ownKeys: ownKeysOf(all, kept),
            links: linksOf(all, kept),
            ...(seen && { seen }),
          }
        }),
        otherCodes: notes.codes.filter(({ accountId }) => accountId === undefined),
      }
    },
    async register() {
      return idOf(await addAccount(deps, session, { serverUrl, ...describePhone(navigator) }))
    },
    api: async (id) => await deviceApi(deps, await find(id)),
    async compare(id) {
      const kept = await find(id)
      const { answer, deleted } = await cleanUpAccount(deps, kept)
      if (answer === undefined) return { gone: [], goneKeys: [] }
      await renewWhenDue(deps, { ...kept, device: answer.device })
      const known = new Set(answer.methods.flatMap((method) => method.id ?? []))
      const isGone = ({ accountId, serverId }: KeptCodes) =>
        accountId === id && serverId !== undefined && !known.has(serverId)
      const goneCodes = (await shelf.read()).codes.filter(isGone)
      await shelf.change((notes) => ({
        ...notes,
        codes: notes.codes.filter((each) => !isGone(each)),
        made: {
          ...notes.made,
          [id]: (notes.made[id] ?? []).filter((made) => answer.passkeys.some((each) => each.id === made)),
        },
        seen: { ...notes.seen, [id]: { answer, at: Date.now() } },
      }))
      return { answer, gone: goneCodes, goneKeys: deleted.map(({ id }) => id) }
    },
    noteMade: (id, credentialId) =>
      shelf.change((notes) => ({
        ...notes,
        made: { ...notes.made, [id]: [...(notes.made[id] ?? []), credentialId] },
      })),
    async removeOwnKey(id, credentialId) {
      const api = await deviceApi(deps, await find(id))
      await api.removePasskey(credentialId).catch((problem) => {
        if (!(problem instanceof ApiProblem) || !gone.has(problem.code)) throw problem
      })
      await removeCredential(store, credentialId)
    },
    async unlink(id, linkId) {
      const api = await deviceApi(deps, await find(id))
      await linkApi(api)
        .remove(linkId)
        .catch((problem) => {
          if (!(problem instanceof ApiProblem) || !gone.has(problem.code)) throw problem
        })
      await forgetLink(store, linkId)
    },
    async remove(id) {
      const account = await find(id)
      await removeCodes(account, id)
      await removeAccount(deps, account)
      await forgetNotes(id)
    },
    async forget(id) {
      await forgetAccount(deps, await find(id))
      await forgetNotes(id)
    },
    findLockPasskey: async () => (await store.read()).lock?.passkey,
    async unseal() {
      withoutLock(await store.read())
      await codes.sealBy('phone')
      await store.change((kept) => [withoutLock(kept), undefined])
      vault.lock()
    },
    onWiped(listener) {
      tellWiped = listener
    },
    async clear() {
      await store.change(() => [nothingKept, undefined])
      await shelf.clear()
      vault.lock()
    },
  }
}

/** The server knows the codes, the key, the link, or this phone, no more. */
const gone: ReadonlySet<string> = new Set(['not_found', 'device_revoked', 'device_unknown', 'link_unknown'])

function ownKeysOf({ credentials }: Kept, { account }: KeptAccount): readonly string[] {
  return credentials
    .filter(({ rpId, user }) => rpId === account.rpId && user.id === account.userHandle)
    .map(({ id }) => id)
}

function linksOf({ authenticatorLinks = [] }: Kept, kept: KeptAccount): readonly KeptAuthenticatorLink[] {
  const { serverUrl, account } = kept
  return authenticatorLinks.filter(
    (link) =>
      link.serverUrl === serverUrl && link.tenantId === account.tenantId && link.userId === account.userId,
  )
}

/** @throws KeeperRefusal `lock_needed`: what it seals would be lost with it */
function withoutLock({ lock: _, ...kept }: Kept): Kept {
  if (kept.credentials.length > 0 || (kept.authenticatorLinks ?? []).length > 0) {
    throw new KeeperRefusal('lock_needed')
  }
  return kept
}

function idOf({ account }: KeptAccount): string {
  return `${account.tenantId}.${account.userId}`
}
