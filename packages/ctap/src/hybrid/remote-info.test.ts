import { encodeCbor, readCbor } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { honestAuthenticator } from '../honest-authenticator.fixture.ts'
import { toRemoteInfo } from './remote-info.ts'

async function readRemoteInfo() {
  const { authenticator } = honestAuthenticator()
  const [, ...info] = await authenticator.answer(Uint8Array.of(0x04))
  return readCbor(toRemoteInfo(Uint8Array.from(info)))
}

describe('saying from afar what an authenticator is', () => {
  test('promises no command that is not answered there', async () => {
    const info = await readRemoteInfo()
    if (!(info instanceof Map)) throw new TypeError('no map')
    const options = info.get(0x04)

    expect(options instanceof Map && [...options.keys()].sort()).toEqual(['plat', 'rk', 'up', 'uv'].sort())
    expect(info.get(0x02)).toEqual(['credProtect', 'prf'])
    expect(info.has(0x06)).toBe(false)
  })

  test('leaves the rest as it is', async () => {
    const info = new Map<number, string | Uint8Array>([
      [0x03, new Uint8Array(16)],
      [0x15, 'x'],
    ])

    expect(toRemoteInfo(encodeCbor(info))).toEqual(encodeCbor(info))
  })
})
