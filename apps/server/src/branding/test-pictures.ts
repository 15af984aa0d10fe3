import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour, written without any codec. */
export function aPng(
  width: number,
  height: number,
  [red, green, blue, alpha] = [200, 40, 90, 255],
): Uint8Array {
  const row = Buffer.alloc(1 + width * 4)
  for (let x = 0; x < width; x++) row.set([red ?? 0, green ?? 0, blue ?? 0, alpha ?? 0], 1 + x * 4)
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>')),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A JPEG and a WebP of one colour, by the codecs that encode them. */
export async function aJpeg(width: number, height: number): Promise<Uint8Array> {
  const codec = await import('@jsquash/jpeg/encode.js')
  await codec.init(await compile('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  return new Uint8Array(await codec.default(picture(width, height)))
}

export async function aWebp(width: number, height: number): Promise<Uint8Array> {
  const codec = await import('@jsquash/webp/encode.js')
  await codec.init(await compile('@jsquash/webp/codec/enc/webp_enc_simd.wasm'))
  return new Uint8Array(await codec.default(picture(width, height)))
}

function picture(width: number, height: number) {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  return { data, width, height, colorSpace: 'srgb' } as const
}

async function compile(file: string): Promise<WebAssembly.Module> {
  return await WebAssembly.compile(readFileSync(fileURLToPath(import.meta.resolve(file))))
}
