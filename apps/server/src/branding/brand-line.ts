import type { Tenant } from '@latchkey/identity'
import { type Html, html } from '../page/html.ts'
import { mark } from '../page/icons.ts'
import { logosOf, type ShownLogo } from './logo-address.ts'

/** Whose page it is. */
export type PageOwner = Pick<Tenant, 'tenantId' | 'displayName' | 'settings'>

/** Whether a page shows a picture of its organisation: then its policy must allow that. */
export function hasLogo(tenant: PageOwner | undefined): boolean {
  const { light, dark } = tenant?.settings.branding.logo ?? {}
  return light !== undefined || dark !== undefined
}

/** What stands at the head of a page: the organisation's logo, or else our mark and its name. */
export function brandLine(tenant: PageOwner | undefined, productName: string): Html {
  const { light, dark } = tenant === undefined ? {} : logosOf(tenant)
  const logo = light ?? dark
  if (tenant === undefined || logo === undefined) {
    return html`<div class="brand">${mark}<span>${tenant?.displayName ?? productName}</span></div>`
  }
  const other = light && dark
  // One that was made for one ground gets that ground on the other.
  const plate = other ? 'logo' : light ? 'logo on-light' : 'logo on-dark'
  return html`<div class="brand"><picture class="${plate}">${other && source(other)}<img src="${logo.address}" width="${logo.width}" height="${logo.height}" alt="${tenant.displayName}"></picture></div>`
}

/** A picture of another size says so, so that nothing moves when it comes. */
function source({ address, width, height }: ShownLogo): Html {
  return html`<source media="(prefers-color-scheme:dark)" srcset="${address}" width="${width}" height="${height}">`
}
