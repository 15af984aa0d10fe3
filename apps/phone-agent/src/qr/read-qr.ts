import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

let isPrepared = false

/** The decoder comes from the package itself: by default it would be fetched from a public server. */
async function prepare(): Promise<void> {
  if (isPrepared) return
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasmBinary = new Uint8Array(await readFile(file)).buffer
  prepareZXingModule({ overrides: { wasmBinary } })
  isPrepared = true
}

/**
 * Read the QR codes of a picture.
 *
 * @param picture PNG or JPEG
 * @returns what they say; none if there are none, or it is no picture
 */
export async function readQr(picture: Uint8Array): Promise<readonly string[]> {
  await prepare()
  const blob = new Blob([new Uint8Array(picture)])
  const found = await readBarcodes(blob, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 4,
    textMode: 'Plain',
  })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}
