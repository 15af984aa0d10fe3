import { type CredentialShelf, type CredentialSource, memoryShelf } from '@latchkey/ctap'
import { toBase64url } from '@latchkey/encoding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keeperShelf, memoryStore, newVault, webKeeperCryptography } from '../index.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const cryptography = webKeeperCryptography(crypto.subtle)
const key = await cryptography.makeKeyPair(-7)
const bytes = (fill: number, length = 32) => new Uint8Array(length).fill(fill)

function sourceOf(id: number, rp: number, user: number, discoverable: boolean): CredentialSource {
  return {
    id: bytes(id),
    rpId: `rp${rp}.example`,
    user: { id: bytes(user, 8), name: `user ${user}` },
    discoverable,
    privateKey: key.privateKey,
    publicKey: bytes(1, 77),
    signCount: 0,
    credProtect: 1,
    backupEligible: false,
    credRandom: { withUv: bytes(id), withoutUv: bytes(id + 1) },
    createdAt: new Date(id * 1000),
  }
}

async function openShelf(capacity = 100) {
  const store = memoryStore()
  const vault = newVault(
    { store, subtle: crypto.subtle, random, now: () => new Date(0) },
    { pinIterations: 1000 },
  )
  await vault.setLock({ pin: '482913' })
  return { store, vault, shelf: keeperShelf({ store, vault, cryptography }, { capacity }) }
}

/** What a shelf shows, without keys: they are other objects each time. */
async function show(shelf: CredentialShelf) {
  const list = await shelf.listCredentials()
  return list.map(({ privateKey: _, ...rest }) => rest)
}

type Step =
  | {
      readonly do: 'put'
      readonly id: number
      readonly rp: number
      readonly user: number
      readonly rk: boolean
    }
  | { readonly do: 'remove' | 'count'; readonly id: number }

const small = fc.integer({ min: 0, max: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), id: small, rp: small, user: small, rk: fc.boolean() }),
  fc.record({ do: fc.constantFrom('remove' as const, 'count' as const), id: small }),
)

async function take(shelf: CredentialShelf, one: Step): Promise<unknown> {
  if (one.do === 'put') return await shelf.putCredential(sourceOf(one.id, one.rp, one.user, one.rk))
  return one.do === 'remove' ? shelf.removeCredential(bytes(one.id)) : shelf.countSignature(bytes(one.id))
}

describe('a sealed shelf', () => {
  test('remembers what one in memory remembers, whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        // An id is of one credential for ever: the same one is not put twice.
        const puts = new Set<number>()
        const [{ shelf }, model] = [await openShelf(3), memoryShelf({ capacity: 3 })]
        for (const one of steps) {
          if (one.do === 'put' && puts.has(one.id)) continue
          if (one.do === 'put') puts.add(one.id)
          expect(await take(shelf, one)).toEqual(await take(model, one))
          expect(await show(shelf)).toEqual(await show(model))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('keeps no secret in the clear', async () => {
    const { store, shelf } = await openShelf()
    await shelf.putCredential({ ...sourceOf(4, 1, 1, true), largeBlobKey: bytes(9) })

    const text = JSON.stringify(await store.read())
    const packed = toBase64url(await cryptography.packKey(key.privateKey))

    for (const secret of [packed, toBase64url(bytes(5)), toBase64url(bytes(9))]) {
      expect(text).not.toContain(secret.slice(4, 30))
    }
    expect((await shelf.findCredential(bytes(4)))?.largeBlobKey).toEqual(bytes(9))
  })

  test('lists while it is locked, and lets nobody touch a secret', async () => {
    const { vault, shelf } = await openShelf()
    await shelf.putCredential(sourceOf(1, 1, 1, true))
    vault.lock()

    const [credential] = await shelf.listCredentials()

    expect(credential?.user.name).toBe('user 1')
    expect(() => credential?.privateKey).toThrow('locked')
    expect(() => credential?.credRandom).toThrow('locked')
    await expect(shelf.putCredential(sourceOf(2, 1, 2, true))).rejects.toMatchObject({ code: 'locked' })
  })

  test.each([
    ['RP ID', { rpId: 'evil.example' }],
    ['person', { user: { id: toBase64url(bytes(7)) } }],
    ['protection', { credProtect: 2 as const }],
    ['backup', { backupEligible: true }],
  ])('does not open a credential that somebody gave another %s', async (_, change) => {
    const { store, shelf } = await openShelf()
    await shelf.putCredential(sourceOf(1, 1, 1, true))
    await store.change((kept) => [
      { ...kept, credentials: kept.credentials.map((credential) => ({ ...credential, ...change })) },
      undefined,
    ])

    await expect(shelf.findCredential(bytes(1))).rejects.toMatchObject({ code: 'seal_broken' })
  })

  test('gives out keys that cannot be taken out again', async () => {
    const { shelf } = await openShelf()
    await shelf.putCredential(sourceOf(1, 1, 1, true))

    const handle = (await shelf.findCredential(bytes(1)))?.privateKey.handle

    expect(handle instanceof CryptoKey && handle.extractable).toBe(false)
  })

  test('loses no signature when two count at once', async () => {
    const { shelf } = await openShelf()
    await shelf.putCredential(sourceOf(1, 1, 1, true))

    const counts = await Promise.all(Array.from({ length: 20 }, () => shelf.countSignature(bytes(1))))

    expect(new Set(counts).size).toBe(20)
  })

  test('forgets all but accounts and lock when it is reset', async () => {
    const { store, vault, shelf } = await openShelf()
    await shelf.putCredential(sourceOf(1, 1, 1, true))
    await shelf.putPin({ salt: bytes(1), verifier: bytes(2) })
    await shelf.putLargeBlobs(bytes(3))
    expect(await shelf.takeRetry('pinRetries')).toBe(true)
    expect(await shelf.getVerificationState()).toMatchObject({ pinRetries: 7, pin: { salt: bytes(1) } })

    await shelf.clear()

    expect(await shelf.countCredentials()).toBe(0)
    expect(await shelf.findLargeBlobs()).toBeUndefined()
    expect((await shelf.getVerificationState()).pin).toBeUndefined()
    expect((await store.read()).lock).toBeDefined()
    expect(vault.isOpen()).toBe(true)
  })
})
