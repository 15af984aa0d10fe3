import type { DeviceVerdict } from '@latchkey/guidance'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { tooOldBox } from '../page/too-old-box.ts'
import { backLink } from './back-link.ts'
import type { PortalVisit } from './enter-portal.ts'
import type { PortalPage } from './portal-page.ts'

/** What a person may add. */
export function addPage({ said }: PortalVisit, device: DeviceVerdict): PortalPage {
  const { add: text, back } = said.securityInfo
  return {
    title: text.title,
    layout: 'card',
    body: html`${backLink('/security-info', back)}<h1>${text.title}</h1><p class="soft">${text.lead}</p>${tooOldBox(said, device)}<ul class="choices">${[
      choice('passkey/this-device', icons.passkey, text.thisDevice, text.thisDeviceHint),
      choice('passkey/other-device', icons.phone, text.otherDevice, text.otherDeviceHint),
      choice('passkey/security-key', icons.key, text.securityKey, text.securityKeyHint),
      choice('codes', icons.code, text.codes, text.codesHint),
    ]}</ul>`,
  }
}

function choice(path: string, icon: Html, name: string, hint: string): Html {
  return html`<li><a href="/security-info/add/${path}">${icon}<span>${name}<small>${hint}</small></span>${icons.arrow}</a></li>`
}
