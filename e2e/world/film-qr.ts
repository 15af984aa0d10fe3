import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

const [width, height] = [640, 480]
const pixelsPerModule = 6

/**
 * Write a film of one QR code that lies in front of the camera, for a browser that is given a film instead of a camera:
 * grey, ten pictures a second, over and over.
 */
export async function filmQr(text: string, file: string): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  const { buffer, byteOffset, byteLength } = await readFile(wasm)
  prepareZXingModule({ overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) } })
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode' })
  if (error !== '') throw new Error(error)
  await writeFile(file, toFilm(symbol))
}

/** @see https://wiki.multimedia.cx/index.php/YUV4MPEG2 */
function toFilm(symbol: { readonly data: Uint8ClampedArray; readonly width: number }): Buffer {
  const light = Buffer.alloc(width * height, 220)
  const left = Math.floor((width - symbol.width * pixelsPerModule) / 2)
  const top = Math.floor((height - symbol.width * pixelsPerModule) / 2)
  if (top < 12) throw new Error('the code is too large for the film')
  symbol.data.forEach((value, i) => {
    const x = left + (i % symbol.width) * pixelsPerModule
    const y = top + Math.floor(i / symbol.width) * pixelsPerModule
    for (let row = 0; row < pixelsPerModule; row++) {
      light.fill(value === 0 ? 16 : 220, (y + row) * width + x, (y + row) * width + x + pixelsPerModule)
    }
  })
  const picture = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`)
  return Buffer.concat([head, ...Array.from({ length: 5 }, () => picture)])
}
