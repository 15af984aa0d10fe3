import type { Boot } from '@latchkey/api'
import { toAccent } from '@latchkey/api/accent'
import type { Tenant } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import { html, toDataBlock, toText, trusted } from '../page/html.ts'
import { favicon } from '../page/icons.ts'
import type { BuiltFrontEnd } from './built-front-end.ts'

/** A page that people begin at. It comes together with what shows it, so that nothing has to be run first to know of it. */
export interface FirstPage {
  /** The file it is written in: `src/pages/home/home-page.tsx`. Absent: it comes with the frame. */
  readonly file?: string
  /** The address of what it shows. */
  readonly asks: string
}

/** What is written into a document besides the addresses of its parts. */
export interface FrontEndPage {
  /** Where the parts are: `/admin/assets`. */
  readonly assets: string
  readonly title: string
  readonly boot: Boot
  readonly tenant: Pick<Tenant, 'settings' | 'displayName'>
  readonly said: Pick<Words, 'common'>
  /** The page at this address, if people begin there. */
  readonly first: FirstPage | undefined
  /** For styles that the parts make themselves. */
  readonly nonce: string
}

/** Write the document of a front end: nothing but its parts, what they start with, and a word for browsers without scripts. */
export function writeFrontEndDocument(built: BuiltFrontEnd, page: FrontEndPage): string {
  const { assets, boot, first, nonce, said, tenant } = page
  const { light, onLight, dark, onDark } = toAccent(tenant.settings.branding.accent)
  const accent = `:root{--accent:${light};--on-accent:${onLight}}@media(prefers-color-scheme:dark){:root{--accent:${dark};--on-accent:${onDark}}}`
  // The script first: it is by far the largest, and a browser asks for six at a time.
  const preloads = new Set([
    built.script,
    ...built.preloads,
    ...(built.words.get(boot.language) ?? []),
    ...(first?.file === undefined ? [] : (built.pages.get(first.file) ?? [])),
  ])
  return toText(html`<!doctype html>
<html lang="${boot.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${page.title} · ${tenant.displayName}</title><link rel="icon" href="${favicon}">${built.styles.map((file) => html`<link rel="stylesheet" href="${assets}/${file}">`)}${[...preloads].map((file) => html`<link rel="modulepreload" href="${assets}/${file}">`)}${first && html`<link rel="preload" as="fetch" crossorigin href="${first.asks}">`}<style nonce="${nonce}">${trusted(accent)}</style></head><body><div id="root"></div><noscript><p>${said.common.scriptNeeded}</p></noscript><script type="application/json" id="boot">${toDataBlock(boot)}</script><script type="module" src="${assets}/${built.script}"></script></body></html>`)
}
