import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'
import type { Terminal } from './run-one.ts'

let folder: string
let variables: Record<string, string>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'))
  variables = { LATCHKEY_DATABASE: join(folder, 'latchkey.db'), LATCHKEY_LOG_LEVEL: 'silent' }
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Type a command, and read what it says. */
async function type(line: string, more: Record<string, string> = {}) {
  const said: string[] = []
  const complaints: string[] = []
  const terminal: Terminal = {
    variables: { ...variables, ...more },
    say: (text) => void said.push(text),
    complain: (text) => void complaints.push(text),
  }
  const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''))
  const code = await runCommand(words, terminal)
  return { code, said: said.join('\n'), complaint: complaints.join('\n') }
}

const makeJuniper =
  'tenant create --name "Juniper Works" --domain juniper.example --admin ada@juniper.example'

describe('releasing a domain', () => {
  test('says whom it affects, and refuses the only domain there is', async () => {
    await type(makeJuniper)

    const asked = await type('domain release juniper.example')
    expect(asked.code).toBe(0)
    expect(asked.said).toContain('juniper.example belongs to Juniper Works.')
    expect(asked.said).toContain('People who are named after it: 1\n  ada@juniper.example')
    expect(asked.said).toContain('Nothing is done yet.')
    expect((await type('domain release juniper.example --yes')).code).toBe(1)
    expect((await type('domain release elsewhere.example')).code).toBe(1)
    expect((await type('domain release')).code).toBe(2)
  })
})

describe('typing a command', () => {
  test.each(['', '--help', 'help'])('lists the commands for "%s"', async (line) => {
    const { code, said } = await type(line)

    expect(code).toBe(0)
    for (const name of [
      'serve',
      'tenant create',
      'admin-pass',
      'backup',
      'restore',
      'rotate-key',
      'doctor',
    ]) {
      expect(said).toContain(`\n  ${name} `)
    }
  })

  test('explains one command', async () => {
    expect((await type('restore --help')).said).toContain('--without-key')
  })

  test.each([
    ['dance', '"dance" is not a command'],
    ['tenant create --domain juniper.example', '--name is missing'],
    ['backup', 'the name of the file to write is missing'],
    ['doctor now', '"now" is not understood'],
    ['admin-pass --nonsense', "Unknown option '--nonsense'"],
  ])('says what is wrong with "%s"', async (line, complaint) => {
    const answer = await type(line)

    expect(answer.code).toBe(2)
    expect(answer.complaint).toContain(complaint)
    expect(answer.complaint).toContain('npm run latchkey --')
  })

  test('does nothing with a configuration that is not usable', async () => {
    const { code, complaint } = await type('doctor', { LATCHKEY_URL: 'nowhere', PORT: 'x' })

    expect(code).toBe(1)
    expect(complaint).toMatch(/LATCHKEY_URL:.*\n.*PORT:/)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('making an organisation, and getting back into it', () => {
  test('gives its administrator a pass, and another when that is lost', async () => {
    const made = await type(makeJuniper)
    const again = await type('admin-pass')

    expect(made.said).toMatch(
      /Made the administrator ada@juniper\.example\. Their pass, shown only now: \S{8,}/,
    )
    expect(again.said).toMatch(/A pass for ada@juniper\.example, shown only now: \S{8,}/)
    expect(again.said.split(': ')[1]).not.toBe(made.said.split(': ')[1])
  })

  test('gives no pass to somebody who is no administrator', async () => {
    await type(makeJuniper)
    const { code, complaint } = await type('admin-pass eve@juniper.example')

    expect(code).toBe(1)
    expect(complaint).toContain('eve@juniper.example is not an administrator here')
  })

  test('makes no second organisation with the same domain', async () => {
    await type(makeJuniper)
    const { code, complaint } = await type(makeJuniper)

    expect(code).toBe(1)
    expect(complaint).toContain('already_exists')
  })

  test('registers an app', async () => {
    await type(makeJuniper)
    const { said } = await type('app add --name Expenses --redirect-uri https://expenses.juniper.example/cb')

    expect(said).toMatch(/issuer +http:\/\/localhost:3000\/[0-9a-f-]{36}\/v2\.0/)
    expect(said).toMatch(/client id +\S{36}/)
    expect(said).toMatch(/secret +\S{43}/)
  })

  test('permits an app to act for itself, and no app that keeps no secret', async () => {
    await type(makeJuniper)
    const { said } = await type('app add --name Nightly --kind daemon')
    const [, clientId] = /client id +(\S+)/.exec(said) ?? []

    const permitted = await type(`app permit --client-id ${clientId} --permission Policy.Read.All`)
    const unknown = await type(`app permit --client-id ${clientId} --permission User.Read`)
    const client = '14d82eec-204b-4c2f-b7e8-296a70dab67e'
    const secretless = await type(`app permit --client-id ${client} --permission Policy.Read.All`)

    expect(permitted.said).toContain('"Nightly" may now, for itself: Policy.Read.All.')
    expect(unknown.complaint).toContain('there is no application permission "User.Read"')
    expect(secretless.complaint).toContain('keeps no secret')
  })
})

describe('looking for what is wrong', () => {
  test('finds nothing in an organisation whose administrator can sign in', async () => {
    await type(makeJuniper)
    const { code, said } = await type('doctor')

    expect(said).toContain('1 of 1 administrators of "Juniper Works" can sign in.')
    expect(code).toBe(0)
  })

  test('finds a key that others can read, and an organisation nobody administers', async () => {
    await type('tenant create --name Juniper --domain juniper.example')
    chmodSync(join(folder, 'latchkey.key'), 0o644)
    const { code, said, complaint } = await type('doctor')

    expect(said).toContain('Others on this machine can read the key file')
    expect(said).toContain('No administrator of "Juniper" can sign in')
    expect(complaint).toContain('2 things need attention')
    expect(code).toBe(1)
  })

  test('finds a key that is gone, and makes no other in its place', async () => {
    await type(makeJuniper)
    rmSync(join(folder, 'latchkey.key'))
    const { said } = await type('doctor')

    expect(said).toContain('is missing, and the database was sealed with it')
    expect(existsSync(join(folder, 'latchkey.key'))).toBe(false)
  })

  test('warns of a proxy that hides everybody behind itself', async () => {
    const https = { LATCHKEY_URL: 'https://localhost' }

    const unnamed = await type('doctor', https)
    const named = await type('doctor', { ...https, LATCHKEY_TRUSTED_PROXIES: '127.0.0.1' })

    expect(unnamed.said).toContain('LATCHKEY_TRUSTED_PROXIES')
    expect(named.said).not.toContain('LATCHKEY_TRUSTED_PROXIES')
  })

  test('finds a database of another RP ID', async () => {
    await type(makeJuniper)
    const { said, code } = await type('doctor', { LATCHKEY_URL: 'https://login.juniper.example' })

    expect(said).toContain('belongs to the RP ID "localhost"')
    expect(said).toContain('0 passkeys would stop working')
    expect(code).toBe(1)
  })
})

describe('keeping and changing the key', () => {
  test('makes it at first need, for its owner alone', async () => {
    await type('doctor')

    expect(statSync(join(folder, 'latchkey.key')).mode & 0o777).toBe(0o600)
    expect(Buffer.from(readFileSync(join(folder, 'latchkey.key'), 'utf8'), 'base64')).toHaveLength(32)
  })

  test('seals with a new one', async () => {
    await type(makeJuniper)
    const { said, code } = await type('rotate-key')

    expect(said).toContain('Key 2 seals from now on')
    expect(code).toBe(0)
    expect((await type('doctor')).code).toBe(0)
  })

  test('changes the master key', async () => {
    await type(makeJuniper)
    const before = readFileSync(join(folder, 'latchkey.key'), 'utf8')
    const { said } = await type('rotate-key --master')

    expect(said).toContain('is new')
    expect(readFileSync(join(folder, 'latchkey.key'), 'utf8')).not.toBe(before)
    expect(statSync(join(folder, 'latchkey.key')).mode & 0o777).toBe(0o600)
    expect((await type('doctor')).code).toBe(0)
    const old = { LATCHKEY_KEY: before.trim() }
    expect((await type('doctor', old)).said).toContain('does not open this database')
  })
})

describe('backing up and restoring', () => {
  const backupFile = () => join(folder, 'backup.db')

  test('brings back what was there, and keeps what was in its place', async () => {
    await type(makeJuniper)
    const backup = await type(`backup ${backupFile()}`)
    await type('tenant create --name Later --domain later.example')
    const restored = await type(`restore ${backupFile()}`)

    expect(backup.said).toContain('The master key is not in the backup')
    expect(backup.said).toContain(join(folder, 'latchkey.key'))
    expect(restored.said).toContain(`Restored ${backupFile()}`)
    expect(readdirSync(folder).some((name) => name.startsWith('latchkey.db.before-'))).toBe(true)
    const { said } = await type('doctor')
    expect(said).toContain('Juniper Works')
    expect(said).not.toContain('Later')
  })

  test('brings back no pass, session or token that may have been ended since', async () => {
    await type(makeJuniper)
    await type('admin-pass ada@juniper.example')
    await type(`backup ${backupFile()}`)
    const { said } = await type(`restore ${backupFile()}`)

    const rows = (file: string) => {
      const database = new DatabaseSync(file, { readOnly: true })
      const found = database.prepare('select count(*) as passes from temporary_access_pass').get()
      database.close()
      return found
    }
    expect(said).toContain('Everybody signs in again')
    expect(rows(backupFile())).toEqual({ passes: 1 })
    expect(rows(join(folder, 'latchkey.db'))).toEqual({ passes: 0 })
  })

  test('writes over nothing', async () => {
    await type(makeJuniper)
    await type(`backup ${backupFile()}`)

    expect((await type(`backup ${backupFile()}`)).complaint).toContain('exists already')
  })

  test('a backup holds neither the key nor anything readable with another', async () => {
    await type(makeJuniper)
    await type(`backup ${backupFile()}`)
    const key = readFileSync(join(folder, 'latchkey.key'), 'utf8').trim()

    const bytes = readFileSync(backupFile())
    expect(bytes.includes(Buffer.from(key, 'base64'))).toBe(false)
    expect(bytes.includes(key)).toBe(false)
    expect(statSync(backupFile()).mode & 0o777).toBe(0o600)
  })

  test('without its key it is not restored, and nothing changes', async () => {
    await type(makeJuniper)
    await type(`backup ${backupFile()}`)
    await type('tenant create --name Later --domain later.example')
    const otherKey = { LATCHKEY_KEY: Buffer.alloc(32, 1).toString('base64') }
    const { code, complaint } = await type(`restore ${backupFile()}`, otherKey)

    expect(code).toBe(1)
    expect(complaint).toContain('The master key does not open this backup; nothing was changed')
    expect((await type('doctor')).said).toContain('Later')
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  test('without its key the people are saved, when that is what is wanted', async () => {
    await type(makeJuniper)
    await type(`backup ${backupFile()}`)
    const otherKey = { LATCHKEY_KEY: Buffer.alloc(32, 1).toString('base64') }
    const { said } = await type(`restore ${backupFile()} --without-key`, otherKey)

    expect(said).toContain('Signing keys and one-time codes were given up')
    // Ada had nothing but a pass, and passes do not come back.
    expect((await type('doctor', otherKey)).said).toContain('admin-pass')
    expect((await type('admin-pass ada@juniper.example', otherKey)).code).toBe(0)
    expect((await type('doctor', otherKey)).said).toContain('1 of 1 administrators')
  })

  test('restores no other file', async () => {
    await type(makeJuniper)

    expect((await type(`restore ${join(folder, 'latchkey.key')}`)).complaint).toContain(
      'is not a database of Latchkey',
    )
  })
})
