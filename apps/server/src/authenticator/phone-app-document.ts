import type { Boot } from '@latchkey/api'
import { toAccent } from '@latchkey/api/accent'
import type { Words } from '@latchkey/words'
import type { BuiltFrontEnd } from '../front-ends/built-front-end.ts'
import { html, toDataBlock, toText, trusted } from '../page/html.ts'
import { favicon } from '../page/icons.ts'

/** What the app is called on a home screen. */
export const appName = 'Authenticator'

/** Where people begin, nearly always. */
const firstPage = 'src/pages/accounts/accounts-page.tsx'

/**
 * What may run in the app: what was built, and the WebAssembly that reads QR codes. The one policy for trusted types
 * names the address of the service worker.
 */
export function phoneAppPolicy(origin: string, nonce: string): string {
  const parts = `${origin}/authenticator/assets/`
  return [
    "default-src 'none'",
    `script-src ${parts} 'wasm-unsafe-eval'`,
    `style-src ${parts} 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    `worker-src ${origin}/authenticator/service-worker.js`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types latchkey-worker',
  ].join('; ')
}

/**
 * Write the document of the app. It is the same for everybody, so that a phone can keep it: nobody is named in it, and
 * no organisation.
 */
export function writePhoneAppDocument(
  built: BuiltFrontEnd,
  {
    mount,
    nonce,
    said,
    rpId,
  }: {
    readonly mount: string
    readonly nonce: string
    readonly said: Pick<Words, 'common' | 'language'>
    readonly rpId: string
  },
): string {
  const boot: Boot = {
    language: said.language,
    person: { userId: '', displayName: '', userName: '' },
    roles: [],
    organisation: { tenantId: '', displayName: appName, helpDesk: { text: '' } },
    rpId,
  }
  const { light, onLight, dark, onDark } = toAccent(undefined)
  const accent = `:root{--accent:${light};--on-accent:${onLight}}@media(prefers-color-scheme:dark){:root{--accent:${dark};--on-accent:${onDark}}}`
  const assets = `${mount}/assets`
  const preloads = new Set([
    built.script,
    ...built.preloads,
    ...(built.words.get(said.language) ?? []),
    ...(built.pages.get(firstPage) ?? []),
  ])
  return toText(html`<!doctype html>
<html lang="${said.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="color-scheme" content="light dark"><meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4f5f7"><meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121419"><meta name="robots" content="noindex"><title>${appName}</title><link rel="icon" href="${favicon}"><link rel="apple-touch-icon" href="${mount}/icons/touch-180.png"><link rel="manifest" href="${mount}/manifest.webmanifest">${built.styles.map((file) => html`<link rel="stylesheet" href="${assets}/${file}">`)}${[...preloads].map((file) => html`<link rel="modulepreload" href="${assets}/${file}">`)}<style nonce="${nonce}">${trusted(accent)}</style></head><body><div id="root"></div><noscript><p>${said.common.scriptNeeded}</p></noscript><script type="application/json" id="boot">${toDataBlock(boot)}</script><script type="module" src="${assets}/${built.script}"></script></body></html>`)
}
