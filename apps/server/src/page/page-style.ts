import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { toAccent } from '@latchkey/api/accent'
import { LRUCache } from 'lru-cache'

/** A page's whole style, and its hash as `style-src` wants it. */
export interface PageStyle {
  readonly css: string
  readonly hash: string
}

/** The look of pages that are no cards: rules of their own, after those of every page. */
export interface PageLook {
  /** The class of their body. */
  readonly name: string
  readonly sheets: readonly URL[]
}

const made = new LRUCache<string, PageStyle>({ max: 500 })

/** Get the style of pages in a tenant's colour. */
export function pageStyle(accent: string | undefined, look?: PageLook): PageStyle {
  const colours = toAccent(accent)
  const key = `${colours.light} ${colours.dark} ${look?.name ?? ''}`
  const known = made.get(key)
  if (known !== undefined) return known
  const sheets = [new URL('./base.css', import.meta.url), ...(look?.sheets ?? [])]
  const css = `${accentRules(colours)}${sheets.map(readRules).join('')}`
  const style = { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` }
  made.set(key, style)
  return style
}

function accentRules({ light, onLight, dark, onDark }: ReturnType<typeof toAccent>): string {
  const set = (accent: string, onAccent: string) => `:root{--accent:${accent};--on-accent:${onAccent}}`
  return `${set(light, onLight)}@media(prefers-color-scheme:dark){${set(dark, onDark)}}`
}

/** Read a file of rules, without what only people read. */
export function readRules(sheet: URL): string {
  return readFileSync(sheet, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([a-z)]): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()
}
