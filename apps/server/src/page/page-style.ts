import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { toAccent } from '@latchkey/api/accent'
import { LRUCache } from 'lru-cache'

/** A page's whole style, and its hash as `style-src` wants it. */
export interface PageStyle {
  readonly css: string
  readonly hash: string
}

/** `card`: one thing to do, in the middle. `wide`: a page to look around in. */
export type PageLayout = 'card' | 'wide'

const made = new LRUCache<string, PageStyle>({ max: 500 })

/** Get the style of a layout in a tenant's colour. */
export function pageStyle(layout: PageLayout, accent: string | undefined): PageStyle {
  const colours = toAccent(accent)
  const key = `${layout} ${colours.light} ${colours.dark}`
  const known = made.get(key)
  if (known !== undefined) return known
  const css = `${accentRules(colours)}${readRules('base')}${layout === 'wide' ? readRules('wide') : ''}`
  const style = { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` }
  made.set(key, style)
  return style
}

function accentRules({ light, onLight, dark, onDark }: ReturnType<typeof toAccent>): string {
  const set = (accent: string, onAccent: string) => `:root{--accent:${accent};--on-accent:${onAccent}}`
  return `${set(light, onLight)}@media(prefers-color-scheme:dark){${set(dark, onDark)}}`
}

function readRules(layout: 'base' | 'wide'): string {
  return readFileSync(new URL(`./${layout}.css`, import.meta.url), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([a-z)]): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()
}
