import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const key = Buffer.alloc(32, 7).toString('base64')

function refusalOf(variables: Record<string, string>): string {
  try {
    readConfig(variables)
  } catch (refusal) {
    return refusal instanceof Error ? refusal.message : ''
  }
  return 'nothing was refused'
}

describe('reading the configuration', () => {
  test('needs nothing to be set', () => {
    const config = readConfig({})

    expect(config.url.origin).toBe('http://localhost:3000')
    expect(config).toMatchObject({ rpId: 'localhost', secure: false, port: 3000, host: 'localhost' })
    expect(config.masterKey).toEqual({ kind: 'file', path: 'data/latchkey.key' })
    expect(config.metricsFrom.has('127.0.0.1')).toBe(true)
    expect(config.metricsFrom.has('192.0.2.1')).toBe(false)
    expect(config.trustedProxies.has('127.0.0.1')).toBe(false)
  })

  test('listens on every address once people come from elsewhere', () => {
    const config = readConfig({ LATCHKEY_URL: 'https://login.example.org', LATCHKEY_RP_ID: 'example.org' })

    expect(config).toMatchObject({ host: '::', rpId: 'example.org', secure: true })
  })

  test('says everything that is wrong at once, by name and never by value', () => {
    const refusal = refusalOf({
      LATCHKEY_URL: 'nonsense-value',
      LATCHKEY_KEY: 'too-short-a-secret',
      PORT: 'seventy',
      LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/99',
      LATCHKEY_SMTP_URL: 'http://user:hunter2@mail.example',
      LATCHKEY_TYPO: 'x',
    })

    expect(refusal).toContain('The configuration is not usable:')
    for (const name of ['URL', 'KEY', 'TRUSTED_PROXIES', 'SMTP_URL', 'TYPO']) {
      expect(refusal).toContain(`\n  LATCHKEY_${name}: `)
    }
    expect(refusal).toContain('\n  PORT: ')
    expect(refusal).not.toMatch(/nonsense-value|too-short|seventy|10\.0\.0\.0\/99|hunter2/)
  })

  test.each([
    ['http away from localhost', { LATCHKEY_URL: 'http://login.example.org' }, 'LATCHKEY_URL'],
    ['an IP address', { LATCHKEY_URL: 'https://192.0.2.1' }, 'LATCHKEY_URL'],
    ['a path', { LATCHKEY_URL: 'https://example.org/login' }, 'LATCHKEY_URL'],
    ['a foreign RP ID', { LATCHKEY_URL: 'https://a.example', LATCHKEY_RP_ID: 'b.example' }, 'LATCHKEY_RP_ID'],
    ['a top-level RP ID', { LATCHKEY_URL: 'https://a.example', LATCHKEY_RP_ID: 'example' }, 'LATCHKEY_RP_ID'],
    [
      'metadata without a root',
      { LATCHKEY_METADATA_URL: 'https://mds3.fidoalliance.org/' },
      'LATCHKEY_METADATA_ROOT',
    ],
    [
      'metadata over http',
      { LATCHKEY_METADATA_URL: 'http://mds.example/', LATCHKEY_METADATA_ROOT: 'r.pem' },
      'LATCHKEY_METADATA_URL',
    ],
    ['half a certificate', { LATCHKEY_TLS_CERT: 'c.pem' }, 'LATCHKEY_TLS_CERT'],
    ['a file that is not there', { LATCHKEY_SMTP_URL_FILE: '/nowhere' }, 'LATCHKEY_SMTP_URL_FILE'],
    ['a key twice', { LATCHKEY_KEY: key, LATCHKEY_KEY_FILE: 'k' }, 'LATCHKEY_KEY'],
  ])('refuses %s', (_, variables, name) => {
    expect(refusalOf(variables)).toContain(`\n  ${name}`)
  })

  test('reads a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'latchkey-config-')), 'smtp')
    writeFileSync(file, 'smtp://user:secret@mail.example:587\n')

    const { mail } = readConfig({ LATCHKEY_SMTP_URL_FILE: file })

    expect(mail).toEqual({ smtpUrl: 'smtp://user:secret@mail.example:587', from: 'latchkey@localhost' })
  })

  test.each([
    ['base64', key],
    ['hexadecimal', Buffer.alloc(32, 7).toString('hex')],
  ])('takes a master key in %s', (_, text) => {
    expect(readConfig({ LATCHKEY_KEY: text }).masterKey).toEqual({
      kind: 'given',
      key: new Uint8Array(32).fill(7),
    })
  })
})
