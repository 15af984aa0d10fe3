import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { type Pixels, shrink } from './shrink.ts'

// The codecs are written for browsers: they make what they decode one of these.
class Picture implements Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}
Object.assign(globalThis, { ImageData: Picture })

const side = z.int().positive()

const { kind, bytes, box } = z
  .object({
    kind: z.enum(['png', 'jpeg', 'webp']),
    bytes: z.instanceof(Uint8Array),
    box: z.object({ width: side, height: side }),
  })
  .parse(workerData)

const copy = new Uint8Array(bytes).buffer
const decoded = shrink(await decode(copy), box)
const encoder = await import('@jsquash/png/encode.js')
await encoder.init(await compile('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
const png = new Uint8Array(await encoder.default(toImage(decoded)))
parentPort?.postMessage({ png, width: decoded.width, height: decoded.height })

/** Each runs as WebAssembly: what a wicked picture breaks is broken in there. */
async function decode(data: ArrayBuffer): Promise<Pixels> {
  switch (kind) {
    case 'png': {
      const codec = await import('@jsquash/png/decode.js')
      await codec.init(await compile('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
      return await codec.decode(data)
    }
    case 'jpeg': {
      const codec = await import('@jsquash/jpeg/decode.js')
      await codec.init(await compile('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'))
      return await codec.default(data)
    }
    case 'webp': {
      const codec = await import('@jsquash/webp/decode.js')
      await codec.init(await compile('@jsquash/webp/codec/dec/webp_dec.wasm'))
      return await codec.default(data)
    }
  }
}

function toImage({ data, width, height }: Pixels): ImageData {
  return new ImageData(new Uint8ClampedArray(data), width, height)
}

async function compile(file: string): Promise<WebAssembly.Module> {
  return await WebAssembly.compile(readFileSync(fileURLToPath(import.meta.resolve(file))))
}
