import { type Html, html } from './html.ts'

const icon = (paths: Html): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`

/** The pictures of the pages, drawn in the colour of the text. They say nothing that the text beside them does not. */
export const icons = {
  key: icon(
    html`<circle cx="8" cy="12" r="4.5"/><path d="M12.5 12H21v3.5M17 12v2.5"/><circle cx="7.2" cy="12" r=".6"/>`,
  ),
  passkey: icon(
    html`<circle cx="9.5" cy="7.5" r="3.8"/><path d="M3 20c0-4 2.8-6.6 6.5-6.6 1 0 2 .2 2.8.6"/><circle cx="17.8" cy="13.2" r="2.7"/><path d="M17.8 15.9V22M17.8 19.4l1.9-.9"/>`,
  ),
  screen: icon(html`<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M8.5 20h7M12 16.500V20"/>`),
  phone: icon(html`<rect x="7" y="2.5" width="10" height="19" rx="2.2"/><path d="M11 18.5h2"/>`),
  password: icon(
    html`<rect x="3" y="7" width="18" height="10" rx="2.4"/><path d="M7.5 12h.01M12 12h.01M16.5 12h.01"/>`,
  ),
  pass: icon(
    html`<path d="M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4z"/><path d="M14 8.500v1M14 11.500v1M14 14.500v1"/>`,
  ),
  code: icon(html`<circle cx="12" cy="12.5" r="8.5"/><path d="M12 7.500v5l3 2"/>`),
  warning: icon(html`<path d="M12 3.5 2.8 19.500h18.400z"/><path d="M12 10v4.500M12 17v.01"/>`),
  done: icon(html`<circle cx="12" cy="12" r="9"/><path d="m8 12.5 2.7 2.700L16 9.5"/>`),
  info: icon(html`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.500M12 7.500v.01"/>`),
  arrow: icon(html`<path d="m9 5 7 7-7 7"/>`),
  back: icon(html`<path d="M20 12H4m6-6-6 6 6 6"/>`),
  away: icon(
    html`<path d="M14 4h6v6M20 4l-9 9M18 14v5a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 4 19V8a1.5 1.5 0 0 1 1.5-1.500H10"/>`,
  ),
}

/** Our mark: a key whose bow is a latch. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="8" class="mark-ground"/><g class="mark-key" fill="none" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"><circle cx="11.5" cy="16" r="4.7"/><path d="M16.2 16H25v4.200M21 16v3"/></g></svg>`

/** The mark in the browser's tab. */
export const favicon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3b4fd8"/><path d="M16 16h9v4M21 16v3M6.5 16a4.7 4.7 0 1 0 9.4 0 4.7 4.7 0 1 0-9.4 0" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>',
)}`
