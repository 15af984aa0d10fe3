import type { Boot } from '@latchkey/api'
import { toAccent } from '@latchkey/api/accent'
import type { Tenant } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import { html, toDataBlock, toText, trusted } from '../page/html.ts'
import { favicon } from '../page/icons.ts'
import type { BuiltFrontEnd } from './built-front-end.ts'

/** What is written into a document besides the addresses of its parts. */
export interface FrontEndPage {
  /** Where the parts are: `/admin/assets`. */
  readonly assets: string
  readonly title: string
  readonly boot: Boot
  readonly tenant: Pick<Tenant, 'settings' | 'displayName'>
  readonly said: Pick<Words, 'common'>
  /** For styles that the parts make themselves. */
  readonly nonce: string
}

/** Write the document of a front end: nothing but its parts, what they start with, and a word for browsers without scripts. */
export function writeFrontEndDocument(built: BuiltFrontEnd, page: FrontEndPage): string {
  const { assets, boot, nonce, said, tenant } = page
  const { light, onLight, dark, onDark } = toAccent(tenant.settings.branding.accent)
  const accent = `:root{--accent:${light};--on-accent:${onLight}}@media(prefers-color-scheme:dark){:root{--accent:${dark};--on-accent:${onDark}}}`
  const preloads = new Set([...built.preloads, ...(built.words.get(boot.language) ?? [])])
  return toText(html`<!doctype html>
<html lang="${boot.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${page.title} · ${tenant.displayName}</title><link rel="icon" href="${favicon}">${built.styles.map((file) => html`<link rel="stylesheet" href="${assets}/${file}">`)}${[...preloads].filter((file) => file !== built.script).map((file) => html`<link rel="modulepreload" href="${assets}/${file}">`)}<style nonce="${nonce}">${trusted(accent)}</style></head><body><div id="root"></div><noscript><p>${said.common.scriptNeeded}</p></noscript><script type="application/json" id="boot" nonce="${nonce}">${toDataBlock(boot)}</script><script type="module" src="${assets}/${built.script}"></script></body></html>`)
}
