import { describe, expect, test } from 'vitest'
import { readAsked, readSignalled } from './read-asked.ts'

const creation = {
  kind: 'create',
  options: {
    rp: { name: 'Example', id: 'example.org' },
    user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
    challenge: 'AAAA',
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ type: 'public-key', id: 'BBBB' }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'direct',
    attestationFormats: ['packed'],
    extensions: { credProps: true },
  },
}

describe('reading what a page asks', () => {
  test('takes what the standard has', () => {
    expect(readAsked({ ...creation, options: { ...creation.options, timeout: 60_000 } })).toEqual({
      ...creation,
      options: { ...creation.options, timeout: 60_000 },
    })
  })

  test.each([
    ['nothing', undefined],
    ['another kind', { ...creation, kind: 'store' }],
    ['no challenge', { ...creation, options: { ...creation.options, challenge: undefined } }],
    ['a challenge that is no bytes', { ...creation, options: { ...creation.options, challenge: '<b>' } }],
    ['nobody', { ...creation, options: { ...creation.options, user: null } }],
    [
      'a name without end',
      {
        ...creation,
        options: { ...creation.options, user: { ...creation.options.user, name: 'a'.repeat(5000) } },
      },
    ],
    ['a getter of its own', { kind: 'get', options: [] }],
  ])('refuses %s', (_, message) => {
    expect(readAsked(message)).toBeUndefined()
  })

  test('leaves out what it does not know, and what is too much', () => {
    const allowCredentials = Array.from({ length: 500 }, () => ({ type: 'public-key', id: 'AAAA', more: 1 }))
    const asked = readAsked({ kind: 'get', options: { challenge: 'AAAA', allowCredentials, secret: 1 } })

    expect(asked?.options).not.toHaveProperty('secret')
    expect(asked?.kind === 'get' && asked.options.allowCredentials).toHaveLength(128)
    expect(asked?.kind === 'get' && asked.options.allowCredentials?.[0]).toEqual({
      type: 'public-key',
      id: 'AAAA',
    })
  })

  test('never throws, whatever comes', () => {
    const values = [
      null,
      0,
      '',
      [],
      {},
      { kind: 'get', options: 3 },
      { kind: 'create', options: { rp: [], user: 7 } },
    ]
    for (const value of values) {
      expect(() => [readAsked(value), readSignalled(value)]).not.toThrow()
    }
  })
})
