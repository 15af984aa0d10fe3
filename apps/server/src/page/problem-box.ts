import type { Tenant } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import { helpAddress } from '../help/help-address.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'

/**
 * The one place of a page where its script says what went wrong (`showProblem`): what, why, what to do, where to read
 * more, and the reference to tell the help desk.
 */
export function problemBox({ common }: Words, tenant?: Tenant): Html {
  return html`<div id="problem" class="problem" role="alert" tabindex="-1" hidden>${icons.warning}<div><h2 data-part="title"></h2><p data-part="reason"></p><p data-part="next"></p><p><a class="link" data-part="help" href="${helpAddress({ domain: tenant?.tenantId })}">${common.moreHelp}</a></p>${reference(common, '')}</div></div>`
}

/** The correlation id, with a button that copies it. */
export function reference(common: Words['common'], correlationId: string): Html {
  return html`<p class="reference">${common.correlationId} <code id="correlation-id" data-part="correlation-id">${correlationId}</code> <button type="button" class="link" data-copy="correlation-id" data-copied="${common.copied}">${common.copy}</button></p>`
}
