import type { App, Person, Tenant } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { renderPage } from '../../page/render-page.ts'
import { requestWords } from '../../page/request-words.ts'
import { toShownProblem } from '../../page/shown-problem.ts'

const askScript = pageScript(new URL('../../sign-in/scripts/ask.ts', import.meta.url))

/** Send the page on which an account is chosen (`prompt=select_account`). */
export async function showAccountPage(
  reply: FastifyReply,
  ask: { readonly tenant: Tenant; readonly app: App; readonly person: Person; readonly path: string },
): Promise<FastifyReply> {
  const said = requestWords(reply.request)
  const { account } = said.oidc
  const { app, person, path, tenant } = ask
  return await renderPage(reply, {
    title: account.title,
    tenant,
    script: askScript,
    data: {
      flow: '',
      working: said.common.working,
      offline: { ...toShownProblem(said, 'browser_offline'), correlationId: reply.request.id },
    },
    body: html`<h1>${account.title}</h1><p class="soft">${account.reason({ app: app.displayName })}</p>${problemBox(said)}<ul class="choices" id="actions"><li><button type="button" data-action="${path}/account" data-answer="yes">${icons.key}<span>${person.userName}<small>${account.signedIn}</small></span>${icons.arrow}</button></li><li><a href="${path}?account=another">${icons.away}<span>${account.another}<small>${account.anotherHint}</small></span>${icons.arrow}</a></li></ul>`,
  })
}
