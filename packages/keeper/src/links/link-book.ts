import { fromBase64url, fromUtf8, toBase64url, toUtf8 } from '@latchkey/encoding'
import type { AccountId } from '../accounts/account-book.ts'
import { openBytes, sealBytes } from '../lock/sealing.ts'
import type { Vault } from '../lock/vault.ts'
import { KeeperRefusal } from '../refusal.ts'
import type { KeeperStore } from '../storage/keeper-store.ts'
import type { Kept, KeptAuthenticatorLink, KeptClientLink } from '../storage/kept.ts'
import type { AuthenticatorLink, ClientLink } from './kept-link.ts'

/**
 * Keep a link of the end that signs, sealed by the vault.
 *
 * @throws KeeperRefusal `locked`
 */
export async function putAuthenticatorLink(
  { store, vault }: { readonly store: KeeperStore; readonly vault: Vault },
  account: AccountId,
  link: AuthenticatorLink,
): Promise<void> {
  const { listenSecret, number, secret, authenticatorKey } = link
  const { x, y, d } = authenticatorKey
  const plain = toPlain({ listenSecret, number, secret, x, y, d })
  const sealed = toBase64url(await vault.seal(plain, contextOf(link.linkId)))
  const kept: KeptAuthenticatorLink = { ...account, linkId: link.linkId, sealed }
  await store.change((before) => {
    const authenticatorLinks = [...(before.authenticatorLinks ?? []), kept]
    return [{ ...before, authenticatorLinks }, undefined]
  })
}

/** @throws KeeperRefusal `locked`, `seal_broken`, `storage_unreadable` */
export async function openAuthenticatorLink(
  vault: Vault,
  { linkId, serverUrl, sealed }: KeptAuthenticatorLink,
): Promise<AuthenticatorLink> {
  const plain = await vault.open(fromBase64url(sealed), contextOf(linkId))
  const part = fromPlain(plain)
  return {
    linkId,
    serverUrl,
    listenSecret: part('listenSecret'),
    number: part('number'),
    secret: part('secret'),
    authenticatorKey: { x: part('x'), y: part('y'), d: part('d') },
  }
}

/** What a client's links are sealed with. */
interface ClientSealing {
  readonly store: KeeperStore
  readonly subtle: SubtleCrypto
  readonly random: (length: number) => Uint8Array
}

/**
 * Keep a link of the end that asks. It opens without the person: whoever is called proves who they are at the other end.
 */
export async function putClientLink(
  { store, subtle, random }: ClientSealing,
  account: AccountId,
  link: ClientLink,
): Promise<void> {
  const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const { linkId, name, contactId, number, secret, authenticatorKey } = link
  const { x, y } = authenticatorKey
  const plain = toPlain({ contact: fromBase64url(contactId), number, secret, x, y })
  const sealed = toBase64url(await sealBytes({ subtle, random }, key, plain, contextOf(linkId)))
  const kept: KeptClientLink = { ...account, linkId, name, sealed, key }
  await store.change((before) => [
    { ...before, clientLinks: [...(before.clientLinks ?? []), kept] },
    undefined,
  ])
}

/** @throws KeeperRefusal `seal_broken`, `storage_unreadable` */
export async function openClientLink(
  { subtle }: Pick<ClientSealing, 'subtle'>,
  { linkId, serverUrl, name, sealed, key }: KeptClientLink,
): Promise<ClientLink> {
  if (!(key instanceof CryptoKey)) throw new KeeperRefusal('storage_unreadable')
  const plain = await openBytes({ subtle }, key, fromBase64url(sealed), contextOf(linkId))
  const part = fromPlain(plain)
  return {
    linkId,
    serverUrl,
    name,
    contactId: toBase64url(part('contact')),
    number: part('number'),
    secret: part('secret'),
    authenticatorKey: { x: part('x'), y: part('y') },
  }
}

/** Forget a link, whichever end this is. */
export async function forgetLink(store: KeeperStore, linkId: string): Promise<void> {
  await store.change((kept) => [withoutLinks(kept, (link) => link.linkId === linkId), undefined])
}

/** Leave out the links of an account. */
export function withoutLinksOf(kept: Kept, { serverUrl, tenantId, userId }: AccountId): Kept {
  return withoutLinks(
    kept,
    (link) => link.serverUrl === serverUrl && link.tenantId === tenantId && link.userId === userId,
  )
}

function withoutLinks(kept: Kept, isOut: (link: AccountId & { readonly linkId: string }) => boolean): Kept {
  const { authenticatorLinks, clientLinks } = kept
  return {
    ...kept,
    ...(authenticatorLinks && { authenticatorLinks: authenticatorLinks.filter((link) => !isOut(link)) }),
    ...(clientLinks && { clientLinks: clientLinks.filter((link) => !isOut(link)) }),
  }
}

const contextOf = (linkId: string) => JSON.stringify(['link', linkId])

/** What of a link is nobody's business, by name. */
function toPlain(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return toUtf8(JSON.stringify(Object.entries(parts).map(([name, part]) => [name, toBase64url(part)])))
}

/** @returns what gives each part. @throws KeeperRefusal `storage_unreadable` if one is not there */
function fromPlain(plain: Uint8Array): (name: string) => Uint8Array {
  const parts: Map<string, string> = new Map(JSON.parse(fromUtf8(plain)))
  return (name) => {
    const part = parts.get(name)
    if (part === undefined) throw new KeeperRefusal('storage_unreadable')
    return fromBase64url(part)
  }
}
