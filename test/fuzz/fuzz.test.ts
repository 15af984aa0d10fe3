import { describe, expect, test } from 'vitest'
import { fuzzParser, type Parser } from './fuzz-parser.ts'
import { parsers } from './parsers.ts'

describe('whatever strangers send', () => {
  test.each(parsers)(
    '$name answers it, or refuses it by name',
    async (parser) => {
      expect((await fuzzParser(parser, { milliseconds: 100 })).fault).toBeUndefined()
    },
    60_000,
  )
})

describe('the fuzzer', () => {
  const sample = (read: (bytes: Uint8Array) => void): Parser => ({
    name: 'a parser',
    takes: 'bytes',
    refuses: [],
    honest: [Uint8Array.of(1, 2, 3, 4)],
    read,
  })

  test('finds one that reads beyond the end', async () => {
    const { fault } = await fuzzParser(
      sample((bytes) => {
        if (bytes[0] === 1 && bytes.length < 4) throw new RangeError('too short')
      }),
      { milliseconds: 2000 },
    )

    expect(fault).toContain('too short')
  })

  test('finds one that does not come back', async () => {
    const { fault } = await fuzzParser(
      sample((bytes) => {
        const until = performance.now() + (bytes.length > 4 ? 1100 : 0)
        while (performance.now() < until);
      }),
      { milliseconds: 4000 },
    )

    expect(fault).toContain('took')
  }, 60_000)

  test('does not go on with an example that is refused', async () => {
    const strict = sample(() => {
      throw new RangeError('no')
    })

    await expect(fuzzParser(strict, { milliseconds: 10 })).rejects.toThrow('honest')
  })
})
