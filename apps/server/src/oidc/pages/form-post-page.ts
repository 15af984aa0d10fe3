import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { pageScript } from '../../page/page-script.ts'
import { renderPage } from '../../page/render-page.ts'
import { requestWords } from '../../page/request-words.ts'
import type { ExchangePage } from '../exchange.ts'

const script = pageScript(new URL('../scripts/form-post.ts', import.meta.url))

/**
 * Send the page that posts the answer to the app.
 *
 * @see https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html
 */
export async function showFormPostPage(
  reply: FastifyReply,
  { action, fields }: Extract<ExchangePage, { kind: 'post' }>,
): Promise<FastifyReply> {
  const { goingOn } = requestWords(reply.request).oidc
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return await renderPage(reply, {
    title: goingOn.title,
    script,
    // By scheme: the app may send the browser on to another host of its own, which browsers count as well.
    formActions: [new URL(action).protocol],
    body: html`<h1>${goingOn.title}</h1><p class="soft">${goingOn.reason}</p><form method="post" action="${action}" id="answer">${inputs}<div class="actions"><button class="button" type="submit">${goingOn.submit}</button></div></form>`,
  })
}
