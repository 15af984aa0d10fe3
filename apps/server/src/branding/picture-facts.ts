/** What a picture says it is, before anything decodes it. */
export interface PictureFacts {
  readonly kind: 'png' | 'jpeg' | 'webp'
  /** In pixels, as its head says. A decoder finds no more than that. */
  readonly width: number
  readonly height: number
}

/** Read the head of a picture. @returns `undefined` for anything but the three kinds that are taken */
export function readPictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readPng(view) ?? readWebp(view) ?? readJpeg(view)
  } catch (cause) {
    // Cut short.
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

/** @see https://www.w3.org/TR/png-3/#11IHDR */
function readPng(view: DataView): PictureFacts | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  if (view.getUint32(12) !== 0x49484452) return undefined
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(view: DataView): PictureFacts | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return { kind: 'webp', width: uint24(24) + 1, height: uint24(27) + 1 }
    case 0x5650384c: {
      // VP8L: fourteen bits each.
      const bits = view.getUint32(21, true)
      return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503820: // VP8
      return {
        kind: 'webp',
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      }
    default:
      return undefined
  }
}

/** Frame headers, but for the three among them that are tables. */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Markers that nothing follows. No picture has them before its frame; a decoder reads on past them, and we must not guess. */
const standsAlone = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9)

/** @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf B.1.1 */
function readJpeg(view: DataView): PictureFacts | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (standsAlone(marker)) return undefined
    if (marker === 0xff) at += 1
    else if (isFrameHeader(marker)) {
      return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    } else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
