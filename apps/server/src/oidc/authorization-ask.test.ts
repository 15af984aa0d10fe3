import { describe, expect, test } from 'vitest'
import { ownParameters, readAuthorizationAsk } from './authorization-ask.ts'
import { prepareAuthorization, toOriginalAuthorization } from './authorize-form.ts'

const read = (parameters: Readonly<Record<string, string>>) =>
  readAuthorizationAsk({ [ownParameters.began]: '0', ...parameters })

const claims = (idToken: object) => ({ claims: JSON.stringify({ id_token: idToken }) })

describe('reading what a request asks for', () => {
  test.each([
    ['nothing', {}, undefined],
    ['an acr of ours', { acr_values: 'urn:latchkey:acr:phr' }, 'phishingResistant'],
    ['OpenID’s name for it', { acr_values: 'phr' }, 'phishingResistant'],
    ['any of several: the weakest will do', { acr_values: 'phr mfa' }, 'multiFactor'],
    ['one we do not know', { acr_values: 'gold' }, undefined],
    ['one we know among others', { acr_values: 'gold phrh' }, 'phishingResistant'],
    ['an essential acr', claims({ acr: { essential: true, value: 'phr' } }), 'phishingResistant'],
    [
      'the stronger of the two ways',
      { acr_values: 'phr', ...claims({ acr: { values: ['mfa'] } }) },
      'phishingResistant',
    ],
    ['mfa in amr', claims({ amr: { essential: true, values: ['mfa'] } }), 'multiFactor'],
    ['fresh mfa in amr', claims({ amr: { essential: true, values: ['ngcmfa'] } }), 'multiFactor'],
    ['hardware or a password', claims({ amr: { essential: true, values: ['hwk', 'pwd'] } }), undefined],
    ['mfa in amr, if it pleases', claims({ amr: { values: ['mfa'] } }), undefined],
    [
      'mfa in an access token',
      { claims: '{"access_token":{"amr":{"essential":true,"values":["mfa"]}}}' },
      'multiFactor',
    ],
    ['nonsense', { claims: '[1,2' }, undefined],
    ['claims of another shape', { claims: '{"id_token":{"acr":7}}' }, undefined],
  ])('%s', (_, parameters, strength) => {
    expect(read(parameters).strength).toBe(strength)
  })

  test('is impossible when it insists on nothing that we know', () => {
    expect(read(claims({ acr: { essential: true, values: ['gold', 'phr'] } })).impossible).toBe(false)
    expect(read(claims({ acr: { essential: true, values: ['gold'] } })).impossible).toBe(true)
    expect(read(claims({ acr: { values: ['gold'] } })).impossible).toBe(false)
  })

  test('knows whom it is about', () => {
    const hint = `e30.${Buffer.from('{"sub":"u1"}').toString('base64url')}.x`
    expect(read({ id_token_hint: hint }).subject).toBe('u1')
    expect(read(claims({ sub: { value: 'u2' } })).subject).toBe('u2')
    expect(read({ id_token_hint: 'nonsense' }).subject).toBeUndefined()
  })
})

describe('making a request ready for the provider', () => {
  const now = new Date(1_700_000_000_000)

  test('drops what only we may say', () => {
    const sent = new URLSearchParams({
      [ownParameters.began]: '1',
      [ownParameters.offline]: 'yes',
      scope: 'openid',
    })
    const form = prepareAuthorization(sent, now)
    expect(form.get(ownParameters.began)).toBe(String(now.getTime()))
    expect(form.has(ownParameters.offline)).toBe(false)
  })

  test('can be undone', () => {
    const sent = new URLSearchParams({
      scope: 'openid offline_access',
      response_mode: 'form_post',
      state: 'a b',
    })
    const form = prepareAuthorization(sent, now)
    expect(toOriginalAuthorization(Object.fromEntries(form)).toString()).toBe(sent.toString())
  })
})
