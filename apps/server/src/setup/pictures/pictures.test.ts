import { languages } from '@latchkey/words'
import { type GuideStepId, loadGuideWords } from '@latchkey/words/guide'
import { loadSetupWords } from '@latchkey/words/setup'
import { describe, expect, test } from 'vitest'
import { toText } from '../../page/html.ts'
import { drawStep, toPictureAddress } from './draw-step.ts'
import { countLines, fitText } from './fit-text.ts'

const isStep = (id: string, of: object): id is GuideStepId => Object.hasOwn(of, id)

/** Every picture there is in a language, by its step. */
async function drawAll(language: (typeof languages)[number]) {
  const { steps } = await loadGuideWords('en')
  const { picture: words } = await loadSetupWords(language)
  const ask = { words, name: 'Contoso Authenticator', host: 'id.example', account: words.account }
  return Object.keys(steps).flatMap((id) => {
    const drawn = isStep(id, steps) ? drawStep(id, ask) : undefined
    return drawn === undefined ? [] : [{ id, svg: toText(drawn) }]
  })
}

describe.each(languages)('the pictures in %s', (language) => {
  test('are small, whole, and say what is on them', async () => {
    const all = await drawAll(language)

    expect(all.length).toBeGreaterThan(45)
    for (const { id, svg } of all) {
      const open = [...svg.matchAll(/<(svg|g|text|tspan)\b/g)].length
      const closed = [...svg.matchAll(/<\/(svg|g|text|tspan)>/g)].length
      expect(open, id).toBe(closed)
      expect(svg, id).toMatch(/role="img" aria-label="[^"]{4,}"/)
      expect(svg, id).not.toMatch(/undefined|NaN|\[object|style=/)
      expect(svg.length, id).toBeLessThan(9000)
    }
  })

  test('cut no label that has to be found on the screen', async () => {
    const cut = (await drawAll(language)).filter(({ svg }) => /class="t-(ink|on)"[^>]*>[^<]*…/.test(svg))
    expect(cut.map(({ id }) => id)).toEqual([])
  })
})

describe('a picture', () => {
  test('has nothing of a name in it as markup', async () => {
    const { picture: words } = await loadSetupWords('en')
    const svg = toText(
      drawStep('settingsAndroid', { words, name: '<a>"&', host: 'id.example', account: 'ada' }) ?? '',
    )
    expect(svg).not.toContain('<a>')
  })

  test('stands by itself, in the colours of the organisation', async () => {
    const { picture: words } = await loadSetupWords('en')
    const drawn = drawStep('tryIt', { words, name: '', host: 'id.example', account: 'ada' })
    const accents = { light: '#112233', onLight: '#fff', dark: '#aabbcc', onDark: '#000' }
    const address = drawn && toPictureAddress(drawn, accents)

    const svg = decodeURIComponent((address ?? '').replace('data:image/svg+xml,', ''))
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*><style>/)
    expect(svg).toContain('svg{--accent:#112233;--on-accent:#fff}')
    expect(svg).toContain('.p-ground')
  })
})

describe('fitting text', () => {
  test('breaks between words, and anywhere in Japanese', () => {
    const fit = { width: 60, size: 10, lines: 3 }
    expect(countLines('one two three four', fit)).toBeGreaterThan(1)
    expect(countLines('パスワードとパスキーを自動入力', fit)).toBe(3)
    expect(countLines('one', fit)).toBe(1)
  })

  test('says with an ellipsis that there was more', () => {
    const fit = { x: 0, y: 0, width: 40, size: 10 }
    expect(toText(fitText('a rather long label', fit))).toContain('…')
    expect(toText(fitText('short', fit))).not.toContain('…')
  })
})
