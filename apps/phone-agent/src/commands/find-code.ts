import type { Agent } from '../agent.ts'
import { readQr } from '../qr/read-qr.ts'
import type { PictureSource } from '../qr/take-picture.ts'

const betweenPictures = 400
const mostPictures = 50

/** Of a browser's QR code for another device. */
const hybridPrefix = 'FIDO:/'

export const isHybridText = (text: string) =>
  text.slice(0, hybridPrefix.length).toUpperCase() === hybridPrefix

/**
 * Look until there is a QR code: once in a file, for some time on a screen or before a camera. One that is wanted,
 * which is one of a browser for a sign-in if nothing is said, goes before others.
 *
 * @param which `known` ones do not count, such as those that were answered
 * @returns what it says; `undefined` if there was none
 * @throws PictureFault
 */
export async function findCode(
  agent: Pick<Agent, 'takePicture' | 'pause'>,
  source: PictureSource,
  which: { readonly known?: ReadonlySet<string>; readonly isWanted?: (text: string) => boolean } = {},
): Promise<string | undefined> {
  const { known = new Set(), isWanted = isHybridText } = which
  const tries = source.kind === 'file' ? 1 : mostPictures
  for (let i = 0; i < tries; i++) {
    if (i > 0) await agent.pause(betweenPictures)
    const texts = (await readQr(await agent.takePicture(source))).filter((text) => !known.has(text))
    const found = texts.find(isWanted) ?? texts[0]
    if (found !== undefined) return found
  }
  return undefined
}
