import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { readQr } from './read-qr.ts'

/** A QR code as a picture: a portable grey map, four pixels a module. */
function draw(text: string): Uint8Array {
  const { data, size } = encode(text, { border: 4 })
  const scale = 4
  const side = size * scale
  const pixels = new Uint8Array(side * side)
  for (let i = 0; i < pixels.length; i++) {
    const [x, y] = [Math.floor((i % side) / scale), Math.floor(i / side / scale)]
    pixels[i] = data[y]?.[x] === true ? 0 : 255
  }
  return Buffer.concat([Buffer.from(`P5\n${side} ${side}\n255\n`), pixels])
}

describe('reading the QR codes of a picture', () => {
  test('reads one as long as a browser’s', async () => {
    const text = `FIDO:/${'0123456789'.repeat(17)}`

    expect(await readQr(draw(text))).toEqual([text])
  })

  test('finds none in an empty picture, nor in what is no picture', async () => {
    const empty = Buffer.concat([Buffer.from('P5\n64 64\n255\n'), new Uint8Array(64 * 64).fill(255)])

    expect(await readQr(empty)).toEqual([])
    expect(await readQr(Buffer.from('not a picture'))).toEqual([])
  })
})
