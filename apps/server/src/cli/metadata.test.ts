import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  attestedRegistration,
  base64,
  makeEntry,
  makePayload,
  makeRoot,
  makeService,
  signBlob,
  uuid,
} from '@latchkey/webauthn/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

const service = makeService()
const vendor = makeRoot()
const model = uuid(1)
const entry = makeEntry(
  { description: 'Example Key', attestationRootCertificates: [base64(vendor.der)] },
  model,
)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function type(...words: readonly string[]) {
  const said: string[] = []
  const code = await runCommand(words, {
    variables: { LATCHKEY_DATABASE: join(folder, 'latchkey.db'), LATCHKEY_LOG_LEVEL: 'silent' },
    say: (text) => void said.push(text),
    complain: (text) => void said.push(text),
  })
  return { code, said: said.join('\n') }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const pem = (der: Uint8Array) =>
  `Root of tests\n-----BEGIN CERTIFICATE-----\n${base64(der).replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`

const load = (payload: unknown, ...more: readonly string[]) =>
  type(
    'metadata',
    'load',
    file('blob.jwt', signBlob(service, payload)),
    '--root',
    file('root.pem', pem(service.root.der)),
    ...more,
  )

describe('loading metadata from the command line', () => {
  test('loads it, and shows what it says', async () => {
    const loaded = await load(makePayload({ no: 7, entries: [entry, { aaguid: 'x' }] }))
    const shown = await type('metadata', 'show', 'example')
    const one = await type('metadata', 'show', model.toUpperCase())

    expect(loaded).toMatchObject({ code: 0 })
    expect(loaded.said).toContain('Loaded number 7: 1 models.')
    expect(loaded.said).toContain('An entry does not count: aaguid')
    expect(shown.said).toMatch(/Number 7, 1 models[\s\S]*Example Key · FIDO_CERTIFIED_L1/)
    expect((await type('doctor')).said).toMatch(/metadata (number 7|is stale: number 7)/)
    expect(one.said).toMatch(/Example Key\n[\s\S]*keys guarded by +hardware, secure_element/)
  })

  test('refuses by name, and keeps what it holds', async () => {
    await load(makePayload({ no: 7 }))

    expect(await load(makePayload({ no: 6 }))).toMatchObject({
      code: 1,
      said: 'Refused: metadata_number_older. What was held is still held.',
    })
    expect((await load(makePayload({ no: 6 }), '--even-if-older')).said).toContain('Loaded number 6')
    const root = file('other.der', makeRoot().der)
    const strange = await type('metadata', 'load', join(folder, 'blob.jwt'), '--root', root)
    expect(strange.said).toContain('Refused: metadata_chain_untrusted: no_anchor')
  })

  test('trusts no root that nobody named', async () => {
    const { code, said } = await type('metadata', 'load', file('blob.jwt', signBlob(service)))

    expect(code).toBe(2)
    expect(said).toContain('--root is missing')
  })
})

describe('explaining a registration from the command line', () => {
  test('says what it proves, and what is in the way', async () => {
    await type('tenant', 'create', '--name', 'Juniper', '--domain', 'juniper.example')
    const { json, attestationObject } = attestedRegistration(model, vendor)
    const whole = file('registration.json', JSON.stringify(json))

    const before = await type('attestation', 'explain', whole)
    await load(makePayload({ entries: [entry] }))
    const after = await type('attestation', 'explain', whole)
    const bare = await type('attestation', 'explain', file('object.bin', attestationObject))

    expect(before.said).toContain('Not attested: no_anchor_for_model.')
    expect(after.said).toContain('Attested: Example Key, hardware, vouched for by metadata.')
    expect(after.said).toMatch(/statement +packed, verified \(basic\)/)
    expect(after.said).toMatch(/certificate 1 +C=SE, O=Example Keys AB, OU=Authenticator Attestation/)
    expect(bare.said).toMatch(/not verified: the client data is not there/)
  })

  test('refuses what is no registration', async () => {
    await type('tenant', 'create', '--name', 'Juniper', '--domain', 'juniper.example')

    expect((await type('attestation', 'explain', file('x', '{}'))).said).toContain('no attestationObject')
    expect((await type('attestation', 'explain', file('y', 'AAAA'))).said).toContain('It does not parse')
  })
})
