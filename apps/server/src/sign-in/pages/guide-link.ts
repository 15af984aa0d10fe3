import type { Person } from '@latchkey/identity'
import { type Html, html } from '../../page/html.ts'
import { setupPath } from '../../setup/setup-ask.ts'
import type { Step } from '../step.ts'

/** The setup guide of somebody's organisation, beside this page. */
export async function guideLink({ deps, said }: Step, { tenantId }: Pick<Person, 'tenantId'>): Promise<Html> {
  const [domain] = await deps.stores.tenants.listDomains(tenantId)
  const guide = setupPath({ domain, account: 'existing' })
  return html`<a href="${guide}" target="_blank" rel="noreferrer">${said.signIn.secure.guide}</a>`
}
