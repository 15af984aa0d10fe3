import { describe, expect, test } from 'vitest'
import { newVault } from '../lock/vault.ts'
import { memoryStore } from '../storage/keeper-store.ts'
import {
  forgetLink,
  openAuthenticatorLink,
  openClientLink,
  putAuthenticatorLink,
  putClientLink,
  withoutLinksOf,
} from './link-book.ts'
import { makeLinkKey, toAgreementKey } from './link-key.ts'

const { subtle } = crypto
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const account = { serverUrl: 'https://id.example', tenantId: 't', userId: 'ada' }
const pin = '493817'

async function keep() {
  const store = memoryStore()
  const now = () => new Date()
  const vault = newVault({ store, subtle, random, now }, { pinIterations: 10 })
  await vault.setLock({ pin })
  const parts = { serverUrl: account.serverUrl, number: random(8), secret: random(32) }
  const authenticatorKey = await makeLinkKey(subtle)
  const signs = { linkId: 'one', ...parts, listenSecret: random(32), authenticatorKey }
  const { x, y } = authenticatorKey
  const asks = { linkId: 'two', ...parts, contactId: 'AAAA', name: 'phone', authenticatorKey: { x, y } }
  await putAuthenticatorLink({ store, vault }, account, signs)
  await putClientLink({ store, subtle, random }, account, asks)
  const { authenticatorLinks: [one] = [], clientLinks: [two] = [] } = await store.read()
  if (one === undefined || two === undefined) throw new Error('nothing was kept')
  return { store, vault, signs, asks, one, two }
}

describe('keeping links', () => {
  test('gives both ends back as they were', async () => {
    const { vault, signs, asks, one, two } = await keep()

    expect(await openAuthenticatorLink(vault, one)).toEqual(signs)
    expect(await openClientLink({ subtle }, two)).toEqual(asks)
  })

  test('keeps the end that signs shut until the vault is open', async () => {
    const { vault, one } = await keep()
    vault.lock()

    await expect(openAuthenticatorLink(vault, one)).rejects.toMatchObject({ code: 'locked' })
  })

  test('opens what was sealed for one link for no other', async () => {
    const { vault, one, two } = await keep()

    await expect(openAuthenticatorLink(vault, { ...one, linkId: 'two' })).rejects.toMatchObject({
      code: 'seal_broken',
    })
    await expect(openClientLink({ subtle }, { ...two, linkId: 'one' })).rejects.toMatchObject({
      code: 'seal_broken',
    })
  })

  test('forgets one, or those of an account', async () => {
    const { store } = await keep()
    await forgetLink(store, 'one')
    const kept = await store.read()

    expect(kept.authenticatorLinks).toEqual([])
    expect(kept.clientLinks).toHaveLength(1)
    expect(withoutLinksOf(kept, { ...account, userId: 'eva' }).clientLinks).toHaveLength(1)
    expect(withoutLinksOf(kept, account).clientLinks).toEqual([])
  })
})

describe('the key of a link', () => {
  test('agrees after it was kept, and not with what is no point', async () => {
    const [ours, theirs] = await Promise.all([makeLinkKey(subtle), makeLinkKey(subtle)])
    const [one, two] = [await toAgreementKey(subtle, ours), await toAgreementKey(subtle, theirs)]

    expect(await one.agree(two.publicKey)).toEqual(await two.agree(one.publicKey))
    expect(await one.agree({ x: ours.x, y: theirs.y })).toBeUndefined()
  })
})
