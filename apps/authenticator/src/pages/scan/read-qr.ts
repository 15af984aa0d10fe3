import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
// Ours, beside the other parts: nothing is fetched from anybody else.
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Load what reads QR codes. A megabyte: only whoever scans needs it. */
export async function loadQrReader(): Promise<void> {
  await prepareZXingModule({
    overrides: { locateFile: (file: string) => (file.endsWith('.wasm') ? wasmAddress : file) },
    fireImmediately: true,
  })
}

/** Look for a QR code in a picture. */
export async function readQr(picture: ImageData): Promise<string | undefined> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  const text = found[0]?.text
  return text === undefined || text === '' ? undefined : text
}
