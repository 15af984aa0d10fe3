import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStores } from '@latchkey/store'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

let folder: string
let database: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'))
  database = join(folder, 'latchkey.db')
  await type('tenant create --name Juniper --domain juniper.example --admin ada@juniper.example')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function type(line: string) {
  const said: string[] = []
  const code = await runCommand(line.split(' '), {
    variables: { LATCHKEY_DATABASE: database, LATCHKEY_LOG_LEVEL: 'silent' },
    say: (text) => void said.push(text),
    complain: (text) => void said.push(text),
  })
  return { code, said: said.join('\n') }
}

async function giveAdaAPasskey(): Promise<void> {
  const stores = await openStores({ database })
  const [tenant] = await stores.tenants.list()
  const ada = await stores.people.findByUserName(tenant?.tenantId ?? '', 'ada@juniper.example')
  if (ada === undefined) throw new Error('ada is missing')
  await stores.credentials.insert({
    tenantId: ada.tenantId,
    userId: ada.userId,
    id: new Uint8Array(32),
    rpId: 'localhost',
    publicKey: new Uint8Array(77),
    algorithm: -7,
    signCount: 0,
    transports: [],
    uvInitialized: true,
    backupEligible: false,
    backupState: false,
    aaguid: '00000000-0000-0000-0000-000000000000',
    attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
    name: 'Safe',
    createdAt: new Date(),
    createdBy: 'self',
  })
  await stores.close()
}

describe('keeping accounts for emergencies by the command line', () => {
  test('marks, lists and unmarks one', async () => {
    await giveAdaAPasskey()

    const none = await type('break-glass list')
    const marked = await type('break-glass mark Ada@juniper.example')
    const listed = await type('break-glass list --tenant juniper.example')
    const unmarked = await type('break-glass unmark ada@juniper.example')

    expect(none.said).toBe('Juniper keeps no account for emergencies.')
    expect(marked).toMatchObject({ code: 0, said: expect.stringContaining('is kept for emergencies now') })
    expect(listed.said).toBe('ada@juniper.example: passkeys 1, never used')
    expect(unmarked.said).toContain('not kept for emergencies any more')
    expect((await type('break-glass list')).said).toContain('keeps no account')
  })

  test.each([
    ['break-glass mark ada@juniper.example', 1, 'break_glass_without_passkey'],
    ['break-glass mark eve@juniper.example', 1, 'There is nobody called eve@juniper.example here'],
    ['break-glass mark eve@elsewhere.example', 1, 'There is no organisation "elsewhere.example"'],
    ['break-glass unmark', 2, 'the user name of the account is missing'],
  ])('says why not: %s', async (line, code, because) => {
    expect(await type(line)).toMatchObject({ code, said: expect.stringContaining(because) })
  })
})
