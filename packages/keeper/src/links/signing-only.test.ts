import { describe, expect, test } from 'vitest'
import { signingOnly } from '../index.ts'

const said = Uint8Array.of(0, 1, 2)
const authenticator = signingOnly({ answer: async () => said })

describe('an authenticator that signs, and does nothing else', () => {
  test.each([
    ['getAssertion', 0x02],
    ['getInfo', 0x04],
    ['getNextAssertion', 0x08],
  ])('answers %s', async (_, command) => {
    expect(await authenticator.answer(Uint8Array.of(command))).toBe(said)
  })

  test.each([
    ['makeCredential', 0x01],
    ['clientPIN', 0x06],
    ['reset', 0x07],
    ['credentialManagement', 0x0a],
    ['selection', 0x0b],
    ['largeBlobs', 0x0c],
  ])('denies %s', async (_, command) => {
    expect(await authenticator.answer(Uint8Array.of(command))).toEqual(Uint8Array.of(0x27))
  })

  test('denies what is no command at all', async () => {
    expect(await authenticator.answer(new Uint8Array())).toEqual(Uint8Array.of(0x27))
  })
})
