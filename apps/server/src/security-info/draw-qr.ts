import type { Qr } from '@latchkey/api'

/** Draw a QR code, with the margin that cameras want. */
export async function drawQr(text: string): Promise<Qr> {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((line, y) =>
    runsOf(line).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return { size, path: dark.join('') }
}

/** Where dark stretches of a line begin, and how long they are. */
function runsOf(line: readonly boolean[]): readonly (readonly [number, number])[] {
  const starts = line.flatMap((isDark, x) => (isDark && !line[x - 1] ? [x] : []))
  return starts.map((x) => {
    const end = line.indexOf(false, x)
    return [x, (end === -1 ? line.length : end) - x]
  })
}
