/** A network as the API takes it. */
export interface Range {
  readonly '@odata.type': '#microsoft.graph.iPv4CidrRange' | '#microsoft.graph.iPv6CidrRange'
  readonly cidrAddress: string
}

/** What was typed, or the first line of it that is no network. */
export type ReadRanges =
  | { readonly ranges: readonly Range[] }
  | { readonly wrong: { readonly line: number; readonly text: string } }

/** Read networks, one to a line, in CIDR notation. Empty lines are passed over; the server has the last word. */
export function readRanges(text: string): ReadRanges {
  const ranges: Range[] = []
  for (const [at, line] of text.split('\n').entries()) {
    const written = line.trim()
    if (written === '') continue
    const kind = kindOf(written)
    if (kind === undefined) return { wrong: { line: at + 1, text: written } }
    ranges.push({ '@odata.type': `#microsoft.graph.${kind}`, cidrAddress: written })
  }
  return { ranges }
}

function kindOf(written: string): 'iPv4CidrRange' | 'iPv6CidrRange' | undefined {
  const [address = '', length = '', ...more] = written.split('/')
  const bits = Number(length)
  if (more.length > 0 || !/^\d{1,3}$/.test(length)) return undefined
  const parts = address.split('.')
  if (parts.length === 4) {
    const isRight = parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
    return isRight && bits >= 1 && bits <= 32 ? 'iPv4CidrRange' : undefined
  }
  const isSix = address.includes(':') && /^[0-9a-f:.]{2,45}$/i.test(address)
  return isSix && bits >= 1 && bits <= 128 ? 'iPv6CidrRange' : undefined
}

/** Read countries, two letters each. @returns the first word that is none, or the countries */
export function readCountries(
  text: string,
): { readonly countries: readonly string[] } | { readonly wrong: string } {
  const words = text
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((word) => word.toUpperCase())
  const wrong = words.find((word) => !/^[A-Z]{2}$/.test(word))
  return wrong === undefined ? { countries: [...new Set(words)] } : { wrong }
}
