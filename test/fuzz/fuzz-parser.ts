import fc from 'fast-check'

/** A refusal class of a room: what it throws has a name. */
type RefusalClass = abstract new (...given: never[]) => Error & { readonly code: string }

/**
 * Something that reads what strangers send: bytes, a text, or a value of JSON. Whatever comes, it answers, or refuses by
 * name, and soon.
 */
export type Parser = {
  readonly name: string
  /** What it may throw; nothing else. Empty if it throws nothing at all. */
  readonly refuses: readonly RefusalClass[]
} & (ReadsOf<'bytes', Uint8Array<ArrayBuffer>> | ReadsOf<'text', string> | ReadsOf<'json', unknown>)

interface ReadsOf<Kind extends string, Input> {
  readonly takes: Kind
  /** Honest input, to be damaged. A parser that refuses all chance finds stays unvisited inside without. */
  readonly honest: readonly Input[]
  read(input: Input): unknown
}

/** What came of fuzzing one parser. */
export interface FuzzReport {
  readonly runs: number
  /** In words, with what brings it back; absent if there is nothing. */
  readonly fault?: string
}

/** One input may not keep anybody longer than this, on a busy machine. */
const mostMilliseconds = 1000

/**
 * Feed a parser with chance and with damaged honest input until the time is over, and say what it did wrong.
 *
 * @param seed brings a former run back
 */
export async function fuzzParser(
  parser: Parser,
  { milliseconds, seed }: { readonly milliseconds: number; readonly seed?: number },
): Promise<FuzzReport> {
  for (const honest of parser.honest) await requireTaken(parser, honest)
  const details = await fc.check(toProperty(parser), {
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: milliseconds,
    markInterruptAsFailure: false,
    ...(seed !== undefined && { seed }),
  })
  if (!details.failed) return { runs: details.numRuns }
  const how = `${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}`
  return { runs: details.numRuns, fault: `${parser.name}, seed ${details.seed}: ${how}` }
}

/** A parser that refuses its own honest input is not fuzzed at all: the example is old. */
async function requireTaken(parser: Parser, honest: unknown): Promise<void> {
  try {
    await readAny(parser, honest)
  } catch (cause) {
    throw new Error(`${parser.name} does not take its honest input any more`, { cause })
  }
}

function toProperty(parser: Parser): fc.IAsyncProperty<[unknown]> {
  return fc.asyncProperty(inputOf(parser), async (input) => {
    const begun = performance.now()
    try {
      await readAny(parser, input)
    } catch (cause) {
      const isRefusal = parser.refuses.some((refusal) => cause instanceof refusal)
      if (!isRefusal) throw cause
    }
    const took = performance.now() - begun
    if (took > mostMilliseconds) throw new Error(`took ${Math.round(took)} ms`)
  })
}

function readAny(parser: Parser, input: unknown): unknown {
  if (parser.takes === 'bytes') return input instanceof Uint8Array && parser.read(Uint8Array.from(input))
  if (parser.takes === 'text') return typeof input === 'string' && parser.read(input)
  return parser.read(input)
}

function inputOf(parser: Parser): fc.Arbitrary<unknown> {
  switch (parser.takes) {
    case 'bytes':
      return fc.oneof(...parser.honest.map(damagedBytes), fc.uint8Array({ maxLength: 300 }))
    case 'text':
      return fc.oneof(
        ...parser.honest.map(damagedText),
        fc.string({ unit: 'binary', maxLength: 300 }),
        longText,
      )
    case 'json':
      return fc.oneof(
        ...parser.honest.map((honest) => damagedJson(honest)),
        fc.jsonValue({ maxDepth: 4 }),
        fc.anything(),
      )
  }
}

/** Longer than anything honest, without drawing each letter. */
const longText = fc
  .tuple(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(2000))
  .map(([text, times]) => text.repeat(times))

/** One blow: bytes turned, put in, taken out, or set to what lengths and tags are made of. */
const blow = fc.record({
  at: fc.nat(),
  length: fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, fc.nat(64)),
  kind: fc.constantFrom('turn', 'put', 'take', 'set', 'double', 'cut'),
  with: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  value: fc.constantFrom(0x00, 0x01, 0x1f, 0x20, 0x7f, 0x80, 0x84, 0x9f, 0xbf, 0xfe, 0xff),
})
type Blow = typeof blow extends fc.Arbitrary<infer One> ? One : never
const blows = fc.array(blow, { minLength: 1, maxLength: 4 })

function damagedBytes(honest: Uint8Array): fc.Arbitrary<Uint8Array> {
  return blows.map((all) => Uint8Array.from(all.reduce(strike, [...honest])))
}

function strike(bytes: readonly number[], { at, length, kind, with: other, value }: Blow): readonly number[] {
  const start = bytes.length === 0 ? 0 : at % bytes.length
  const end = start + length
  switch (kind) {
    case 'turn':
      return bytes.map((byte, i) => (i === start ? byte ^ (1 << (length % 8)) : byte))
    case 'set':
      return bytes.map((byte, i) => (i >= start && i <= end ? value : byte))
    case 'put':
      return bytes.toSpliced(start, 0, ...other)
    case 'take':
      return bytes.toSpliced(start, length + 1)
    case 'double':
      return bytes.toSpliced(start, 0, ...bytes.slice(start, end))
    case 'cut':
      return bytes.slice(0, start)
  }
}

/** As bytes, in UTF-16: what is struck may be half a character. */
function damagedText(honest: string): fc.Arbitrary<string> {
  const units = Array.from({ length: honest.length }, (_, i) => honest.charCodeAt(i))
  return blows.map((all) => String.fromCharCode(...all.reduce(strike, units)))
}

/** Honest JSON in which a few values are something else, or gone. */
function damagedJson(honest: unknown): fc.Arbitrary<unknown> {
  const places = listPlaces(honest)
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, null, Number.NaN, -1, 2 ** 53, '', '__proto__', 'A'.repeat(100_000)),
  )
  const change = fc.record({ place: fc.constantFrom(...places), value: anything })
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((value, one) => replaceAt(value, one.place, one.value), honest))
}

type Place = readonly string[]

function listPlaces(value: unknown): readonly [Place, ...Place[]] {
  if (typeof value !== 'object' || value === null) return [[]]
  const below = Object.entries(value).flatMap(([name, member]) =>
    listPlaces(member).map((place) => [name, ...place]),
  )
  return [[], ...below]
}

function replaceAt(value: unknown, [name, ...rest]: Place, by: unknown): unknown {
  if (name === undefined) return by
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([other, member]) => [
    other,
    other === name ? replaceAt(member, rest, by) : member,
  ])
  if (!Array.isArray(value)) return Object.fromEntries(entries)
  return entries.map(([, member]) => member)
}
