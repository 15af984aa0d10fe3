import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Locator } from 'playwright-core'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Read the QR code that is shown, as a camera would. */
export async function readQr(shown: Locator): Promise<string> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await readFile(wasm)).buffer } })
  const picture = new Blob([new Uint8Array(await shown.screenshot())])
  const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, textMode: 'Plain' })
  if (found === undefined) throw new Error('there is no QR code')
  return found.text
}
