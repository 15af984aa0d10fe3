import { readFile } from 'node:fs/promises'
import type { RunProgram } from './run-program.ts'

/** Where a QR code is looked for. */
export type PictureSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'screen' }
  | { readonly kind: 'camera'; readonly device: string }

/** What a picture can be taken with, and could not. */
export class PictureFault extends Error {
  override readonly name = 'PictureFault'
}

/** Ways to take a picture, by source; the first that is installed and works is taken. All print it on their output. */
const ways = {
  // On Wayland, then on X.
  screen: [
    ['grim', '-t', 'png', '-'],
    ['import', '-window', 'root', 'png:-'],
  ],
  camera: (device: string) => [
    // The first pictures of a camera are dark.
    [
      'ffmpeg',
      '-loglevel',
      'error',
      '-f',
      'v4l2',
      '-i',
      device,
      '-ss',
      '0.5',
      '-frames:v',
      '1',
      '-f',
      'image2pipe',
      '-c:v',
      'png',
      '-',
    ],
    ['fswebcam', '--quiet', '--no-banner', '--skip', '5', '--device', device, '--png', '3', '-'],
  ],
}

/**
 * Take one picture.
 *
 * @returns PNG, or whatever the file is
 * @throws PictureFault if the file cannot be read, or no program could take it
 */
export async function takePicture(run: RunProgram, source: PictureSource): Promise<Uint8Array> {
  if (source.kind === 'file') {
    return await readFile(source.path).catch((cause: unknown) => {
      throw new PictureFault(source.path, { cause })
    })
  }
  const possible = source.kind === 'screen' ? ways.screen : ways.camera(source.device)
  for (const [program = '', ...argv] of possible) {
    const output = await run(program, argv)
    if (output !== undefined && output.length > 0) return output
  }
  throw new PictureFault(possible.map(([program]) => program).join(', '))
}
