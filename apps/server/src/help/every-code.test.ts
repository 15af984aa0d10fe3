import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CtapRefusalCode, ctapStatus } from '@latchkey/ctap'
import type { HybridRefusalCode } from '@latchkey/ctap/hybrid'
import type { Base64urlRefusalCode, CborRefusalCode, CoseKeyRefusalCode } from '@latchkey/encoding'
import type { CertificateRefusalCode, DerRefusalCode } from '@latchkey/encoding/x509'
import { identityRefusalCodes } from '@latchkey/identity'
import type { KeeperRefusalCode } from '@latchkey/keeper'
import { loopAdvice, type PasskeyDenial } from '@latchkey/policy'
import { ceremonyRefusalCodes, metadataRefusalCodes } from '@latchkey/webauthn'
import { words } from '@latchkey/words'
import { findHelpEntry, loadHelpWords, numbersOfCode } from '@latchkey/words/help'
import * as oidc from 'oidc-provider'
import { describe, expect, test } from 'vitest'
import { graphCodes } from '../graph/graph-refusal.ts'
import { errorCodeOf } from '../graph/logs/error-code.ts'

const root = join(import.meta.dirname, '../../../..')
const catalogue = { words: words('en'), help: await loadHelpWords('en') }

/** All codes of a room that has no list of them. One that is missing does not compile. */
const listed = <Code extends string>(codes: Readonly<Record<Code, true>>) => Object.keys(codes)

const keeper = listed<KeeperRefusalCode>({
  locked: true,
  lock_not_set_up: true,
  pin_too_short: true,
  pin_too_simple: true,
  unlock_wrong: true,
  unlock_waits: true,
  wiped: true,
  lock_needed: true,
  account_unknown: true,
  device_not_registered: true,
  storage_unreadable: true,
  seal_broken: true,
  answer_unreadable: true,
  link_gone: true,
  passkey_refused: true,
})

const hybrid = listed<HybridRefusalCode>({
  not_a_hybrid_code: true,
  bad_digits: true,
  malformed_code: true,
  bad_point: true,
  unknown_tunnel_domain: true,
  foreign_advert: true,
  handshake_failed: true,
  bad_frame: true,
  too_much: true,
  unexpected_message: true,
  disconnected: true,
  link_not_proven: true,
  link_not_guarded: true,
})

const encoding = listed<
  Base64urlRefusalCode | CborRefusalCode | CoseKeyRefusalCode | CertificateRefusalCode | DerRefusalCode
>({
  bad_character: true,
  bad_length: true,
  not_canonical: true,
  truncated: true,
  trailing_bytes: true,
  too_large: true,
  too_deep: true,
  too_many_items: true,
  indefinite: true,
  tag: true,
  not_utf8: true,
  unsupported_key: true,
  not_strict: true,
  not_a_key: true,
  unsupported_key_type: true,
  unsupported_algorithm: true,
  algorithm_key_mismatch: true,
  missing_member: true,
  private_member: true,
  unexpected_member: true,
  not_a_certificate: true,
  duplicate_extension: true,
  not_shortest: true,
  unexpected_element: true,
})

/** Two denials are of other methods alone. */
const policy = listed<`passkey_${Exclude<PasskeyDenial, 'administrator' | 'break_glass'>}`>({
  passkey_method_disabled: true,
  passkey_excluded: true,
  passkey_not_in_scope: true,
  passkey_guest: true,
  passkey_self_service_off: true,
  passkey_model_distrusted: true,
  passkey_synced_not_allowed: true,
  passkey_device_bound_not_allowed: true,
  passkey_model_not_allowed: true,
  passkey_not_attested: true,
  passkey_evidence_too_weak: true,
})

const ctap = (Object.keys(ctapStatus) as readonly (CtapRefusalCode | 'ok')[]).filter((code) => code !== 'ok')

/** What the protocol tells apps. A class asks for a description, and for nothing that matters here. */
const oauth = Object.values(oidc.errors).flatMap((each) => {
  if (typeof each !== 'function' || !('prototype' in each)) return []
  const made: unknown = Reflect.construct(each, ['x'])
  const error: unknown = Reflect.get(Object(made), 'error')
  return typeof error === 'string' && /^[a-z]+_[a-z_]+$/.test(error) ? [error] : []
})

const rooms: Readonly<Record<string, readonly string[]>> = {
  identity: identityRefusalCodes,
  webauthn: [...ceremonyRefusalCodes, ...metadataRefusalCodes, 'metadata_unreachable'],
  policy: [...policy, ...Object.keys(loopAdvice), 'document_invalid'],
  keeper,
  ctap: [...ctap, ...hybrid],
  encoding: [...encoding, 'not_hex'],
  graph: Object.keys(graphCodes),
  oauth,
}

const everyCode = Object.entries(rooms).flatMap(([room, codes]) => codes.map((code) => ({ room, code })))

describe('help with messages', () => {
  test.each(everyCode)('has an entry for $code of $room', ({ code }) => {
    expect(findHelpEntry(catalogue, code)).toBeDefined()
  })

  test('has found the codes of the protocol', () => {
    expect(oauth).toEqual(expect.arrayContaining(['invalid_grant', 'access_denied', 'login_required']))
  })

  test('has an entry for every code that the server and its pages name', () => {
    const named = globSync(
      '{apps/server,apps/extension,packages/front,packages/api,packages/identity}/src/**/*.{ts,tsx}',
      {
        cwd: root,
      },
    )
      .filter((file) => !/\.(test|fixture)\.tsx?$/.test(file))
      .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\bcode: '(\w+)'/g)])
      .map(([, code = '']) => code)

    expect(named).toContain('flow_stale')
    expect([...new Set(named)].filter((code) => findHelpEntry(catalogue, code) === undefined)).toEqual([])
  })

  test('has an entry for whatever a browser’s failure is explained by', () => {
    const source = readFileSync(join(root, 'apps/server/src/sign-in/explain-failure.ts'), 'utf8')
    const named = [...source.matchAll(/'(browser_\w+)'/g)].map(([, code = '']) => code)

    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((code) => findHelpEntry(catalogue, code) === undefined)).toEqual([])
  })

  test('knows every kind of refusal there is: a new one has to be listed here', () => {
    const found = globSync('{packages,apps}/*/src/**/*.ts', { cwd: root })
      .flatMap((file) => [
        ...readFileSync(join(root, file), 'utf8').matchAll(/^export class (\w+Refusal)\b/gm),
      ])
      .map(([, name]) => name)

    expect(found.toSorted()).toEqual([
      'Base64urlRefusal',
      'CborRefusal',
      'CeremonyRefusal',
      'CertificateRefusal',
      // The message is told to whoever typed the command.
      'CommandRefusal',
      'CoseKeyRefusal',
      'CtapRefusal',
      'DerRefusal',
      'DocumentRefusal',
      'GraphRefusal',
      'HexRefusal',
      'HybridRefusal',
      'IdentityRefusal',
      'KeeperRefusal',
      'MetadataRefusal',
      // Its codes are OAuth's.
      'SignInRefusal',
      'Utf8Refusal',
    ])
  })
})

describe('the numbers of the sign-in log', () => {
  /** Of everything that no number of theirs fits. */
  const other = 90000

  test.each([...identityRefusalCodes, ...ceremonyRefusalCodes])('lead from %s to its entry', (code) => {
    const number = errorCodeOf(code)
    const title = findHelpEntry(catalogue, code)?.title
    const told = Object.keys(catalogue.words.problems).filter((one) => numbersOfCode(one).includes(number))

    if (number === other) return expect(told).toEqual([])
    expect(told.map((one) => findHelpEntry(catalogue, one)?.title)).toContain(title)
  })
})
