import { languages } from '@latchkey/words'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTenant } from '../../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../../test-world.ts'
import { drawPoster } from './draw-poster.ts'
import { breakLines, widthOf } from './helvetica.ts'
import { paperSizes, papers } from './paper.ts'
import { writePdf } from './write-pdf.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
})
afterAll(() => world.close())

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Every place that the table of contents names, and what stands there. */
function placesOf(file: string): readonly string[] {
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1])
  const [, table = ''] =
    /^xref\n0 \d+\n0000000000 65535 f \n((?:\d{10} 00000 n \n)+)/.exec(file.slice(start)) ?? []
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => file.slice(Number(line.slice(0, 10))).split('\n')[0] ?? '')
}

describe('drawing a poster', () => {
  test.each(languages.flatMap((language) => papers.map((paper) => ({ language, paper }))))(
    'in $language on $paper is one page that keeps within its paper',
    async ({ language, paper }) => {
      const tenant = await makeTenant(world, `${language}-${paper}.example`)
      const { bytes, spoken } = await drawPoster(world.deps, tenant, { language, paper })
      const file = textOf(bytes)
      const [width, height] = paperSizes[paper]

      expect(spoken).toBe(language === 'ja' ? 'en' : language)
      expect(placesOf(file)).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `${number} 0 obj`))
      expect(file).toContain(`/MediaBox [0 0 ${width} ${height}]`)
      const lines = [...file.matchAll(/\/(regular|bold) (\d+) Tf (\S+) (\S+) Td \((.*)\) Tj/g)]
      expect(lines.length).toBeGreaterThan(6)
      for (const [, , , x, y] of lines) {
        expect(Number(x)).toBeGreaterThanOrEqual(50)
        expect(Number(y)).toBeGreaterThan(20)
      }
      // From above to below, and none on top of another.
      const bases = lines.map(([, , , , y]) => Number(y))
      expect(bases).toEqual(bases.toSorted((a, b) => b - a))
      expect(file).not.toMatch(/\((?:[^)]*)\?{2}/)
    },
  )

  test('says its length as it is, and guards what would end a string', () => {
    const mark = { kind: 'text', x: 1, y: 2, size: 3, face: 'bold', colour: [0, 0, 0] } as const
    const bytes = writePdf({
      size: [100, 200],
      title: 'a (b) \\ c',
      language: 'fr',
      marks: [{ ...mark, text: 'é’œ) (\u6f22' }],
    })
    const file = textOf(bytes)
    const [, length, content] = /\/Length (\d+) >>\nstream\n(.*)\nendstream/s.exec(file) ?? []

    expect(content).toHaveLength(Number(length))
    expect(content).toBe('BT 0 0 0 rg /bold 3 Tf 1 198 Td (\xe9\x92\x9c\\) \\(?) Tj ET')
    expect(file).toContain('/Title (a \\(b\\) \\\\ c)')
    expect(bytes).toHaveLength(file.length)
  })
})

describe('breaking lines', () => {
  test('keeps each within the width, and loses no letter', () => {
    const text = 'Point the camera of your phone at Donaudampfschifffahrtsgesellschaft and go on'
    const lines = breakLines(text, 'bold', 18, 120)

    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) expect(widthOf(line, 'bold', 18)).toBeLessThanOrEqual(120)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  })

  test('a letter with a mark is as wide as without', () => {
    expect(widthOf('été', 'regular', 10)).toBe(widthOf('ete', 'regular', 10))
  })
})
