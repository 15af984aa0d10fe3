import { createHash, createPublicKey, verify } from 'node:crypto'
import { ApiProblem } from '@latchkey/api'
import { clientPlatform } from '@latchkey/ctap'
import { fromBase64url, readCbor, toBase64url, toHex } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { addAccount, createPasskey, openEngine } from '../index.ts'
import { ada, openSurface, pin, serverUrl } from '../keeper-world.fixture.ts'

async function openRegistered() {
  const world = await openSurface()
  const kept = await addAccount(world.deps, world.session, world.names)
  return { ...world, kept, create: () => createPasskey(world.deps, world.session, { account: kept.account }) }
}

/** Create as a page of this origin would, and say what vouches for it. */
async function readAttestation(
  { deps, kept }: Awaited<ReturnType<typeof openRegistered>>,
  { rpId, userHandle }: { readonly rpId: string; readonly userHandle: string },
) {
  const platform = clientPlatform(await openEngine(deps), deps.cryptography)
  const { response } = await platform.create(
    {
      rp: { id: rpId, name: 'Example' },
      user: { id: userHandle, name: 'ada', displayName: 'Ada' },
      challenge: toBase64url(new Uint8Array(32)),
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'direct',
    },
    { origin: `https://${rpId}` },
  )
  const object = readCbor(fromBase64url(response.attestationObject))
  if (!(object instanceof Map)) throw new Error('not a map')
  return { object, kept, clientDataJSON: fromBase64url(response.clientDataJSON) }
}

describe('creating a passkey in the app', () => {
  test('ends with one here and one at the server', async () => {
    const { deps, server, create } = await openRegistered()

    const passkey = await create()

    expect(server.passkeys).toEqual([passkey])
    expect((await deps.shelf.listCredentials()).map(({ id }) => toBase64url(id))).toEqual([passkey.id])
  })

  test('leaves no orphan when the server refuses it', async () => {
    const { deps, server, create } = await openRegistered()
    server.refuse = { path: '/passkeys/finish', code: 'device_certificate_untrusted' }

    await expect(create()).rejects.toMatchObject({
      code: 'passkey_refused',
      cause: { code: 'device_certificate_untrusted' },
    })

    expect(await deps.shelf.countCredentials()).toBe(0)
  })

  test.each([
    ['has a fault', { code: 'fault', status: 503 }],
    ['cannot be reached any more', { code: 'browser_offline', status: 0 }],
  ])('keeps it when the server %s, for nobody knows what it decided', async (_, facts) => {
    const { deps, kept, session } = await openRegistered()
    const failing = { ...session, finishPasskey: () => Promise.reject(new ApiProblem(facts)) }

    await expect(createPasskey(deps, failing, { account: kept.account })).rejects.toMatchObject(facts)

    expect(await deps.shelf.countCredentials()).toBe(1)
  })

  test('does not begin with options that are none', async () => {
    const { deps, kept, session, questions } = await openRegistered()
    const strange = { ...session, beginPasskey: async () => ({ options: { rp: 1 } }) }

    await expect(createPasskey(deps, strange, { account: kept.account })).rejects.toMatchObject({
      code: 'answer_unreadable',
    })
    expect(questions).toEqual([])
  })

  test('works on a vault that is locked: the PIN that agrees opens it', async () => {
    const { vault, create, questions } = await openRegistered()
    vault.lock()

    await create()

    expect(questions).toHaveLength(1)
    expect(questions[0]).toMatchObject({ secret: 'needed', purpose: 'make_credential' })
  })
})

describe('the engine of a surface', () => {
  test('shows the device’s certificate to whom it is registered for, and signs with its key', async () => {
    const world = await openRegistered()
    const { object, clientDataJSON, kept } = await readAttestation(world, ada)

    expect(object.get('fmt')).toBe('packed')
    const statement = object.get('attStmt')
    const x5c: unknown = statement instanceof Map ? statement.get('x5c') : undefined
    expect(Array.isArray(x5c) && x5c.map(toBase64url)).toEqual([kept.x5c[0]])
    const data = object.get('authData')
    const publicKey = world.server.devices.get(kept.device.deviceId)?.publicKey ?? new Uint8Array()
    const signed = Buffer.concat([
      data instanceof Uint8Array ? data : new Uint8Array(),
      createHash('sha256').update(clientDataJSON).digest(),
    ])
    const signature = statement instanceof Map ? statement.get('sig') : undefined
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    expect(signature instanceof Uint8Array && verify('sha256', signed, key, signature)).toBe(true)
    expect(data instanceof Uint8Array && toHex(data.slice(37, 53))).toBe(
      kept.device.aaguid.replaceAll('-', ''),
    )
  })

  test.each([
    ['another relying party', { rpId: 'shop.example', userHandle: ada.userHandle }],
    ['another person there', { rpId: ada.rpId, userHandle: toBase64url(new Uint8Array(16)) }],
  ])('shows no certificate to %s', async (_, whose) => {
    const { object } = await readAttestation(await openRegistered(), whose)

    expect(object.get('fmt')).toBe('none')
  })

  test('shows none once it has expired', async () => {
    const world = await openRegistered()
    world.clock.pass(181 * 24 * 3600)
    await world.vault.unlock({ pin })

    const { object } = await readAttestation(world, ada)

    expect(object.get('fmt')).toBe('none')
  })

  test('signs in, with a secret of its own for each who asks, after the PIN was given', async () => {
    const world = await openRegistered()
    const { id } = await world.create()
    world.vault.lock()
    const platform = clientPlatform(await openEngine(world.deps), world.deps.cryptography)
    const extensions = { prf: { eval: { first: 'AAAA' } } }
    const request = { rpId: ada.rpId, challenge: 'AAAA', userVerification: 'required', extensions }

    const first = await platform.get(request, { origin: serverUrl })
    const second = await platform.get(request, { origin: serverUrl })

    expect(first).toMatchObject({ id, response: { userHandle: ada.userHandle } })
    const { prf } = first.clientExtensionResults
    expect(prf?.results?.first).toHaveLength(43)
    expect(second.clientExtensionResults.prf).toEqual(prf)
  })
})
