import { describe, expect, test } from 'vitest'
import { html, toDataBlock, toText } from './html.ts'

describe('writing a page', () => {
  test('escapes what came from elsewhere, in text and in attributes', () => {
    const evil = `"><script>alert('1')</script>&amp;`

    expect(toText(html`<p title="${evil}">${evil}</p>`)).not.toMatch(/<script|"><|'1'/)
    expect(toText(html`${'a & b'}`)).toBe('a &#38; b')
  })

  test('nests pieces and lists without escaping them twice', () => {
    const items = ['<', 'b'].map((item) => html`<li>${item}</li>`)

    expect(toText(html`<ul>${items}</ul>`)).toBe('<ul><li>&#60;</li><li>b</li></ul>')
  })

  test('writes nothing for what is absent, and zero for zero', () => {
    expect(toText(html`[${undefined}${false}${[]}${0}]`)).toBe('[0]')
  })

  test('does not take an object that merely looks like a piece', () => {
    const forged = JSON.parse('{"html":"<b>"}')

    expect(() => toText(html`${forged}`)).not.toThrow()
    expect(toText(html`${forged}`)).not.toContain('<b>')
  })

  test('keeps data inside its element', () => {
    const data = { text: '</script><!--<script>' }

    expect(toText(toDataBlock(data))).not.toContain('<')
    expect(JSON.parse(toText(toDataBlock(data)))).toEqual(data)
  })
})
