import { describe, expect, test } from 'vitest'
import { encodeLogo, largestPicture } from './encode-logo.ts'
import { readPictureFacts } from './picture-facts.ts'
import { aJpeg, aPng, aWebp } from './test-pictures.ts'

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { readonly code?: string }) => error.code,
  )

describe('encoding a logo', () => {
  test.each([
    ['PNG', async () => aPng(900, 300)],
    ['JPEG', () => aJpeg(900, 300)],
    ['WebP', () => aWebp(900, 300)],
  ])('makes a %s a small PNG', async (_, make) => {
    const logo = await encodeLogo(await make())

    expect(logo).toMatchObject({ width: 360, height: 120 })
    expect(readPictureFacts(logo.png)).toEqual({ kind: 'png', width: 360, height: 120 })
  })

  test('keeps nothing of the bytes that came but the picture', async () => {
    const { png } = await encodeLogo(aPng(100, 40))
    expect(Buffer.from(png).includes('script')).toBe(false)
    expect(readPictureFacts(png)).toMatchObject({ width: 100, height: 40 })
  })

  test.each([
    ['no picture', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image_unreadable'],
    ['a head and nothing else', aPng(100, 40).slice(0, 60), 'image_unreadable'],
    ['nothing', new Uint8Array(), 'image_unreadable'],
    ['a JPEG that ends', Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 9, 0, 9]), 'image_unreadable'],
    ['too many pixels', aPng(2001, 1), 'image_too_large'],
    ['too many bytes', new Uint8Array(largestPicture + 1), 'image_too_large'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await codeOf(encodeLogo(bytes))).toBe(code)
  })

  test('refuses every picture that is cut short, and lives on', async () => {
    const whole = await aWebp(60, 20)
    const cut = whole.slice(0, whole.length - 8)
    expect(await codeOf(encodeLogo(cut))).toBe('image_unreadable')
    expect(await codeOf(encodeLogo(whole))).toBe('done')
  })
})
