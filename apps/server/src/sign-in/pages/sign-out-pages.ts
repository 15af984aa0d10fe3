import type { FastifyReply, FastifyRequest } from 'fastify'
import { readSession } from '../../http/session.ts'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { renderPage } from '../../page/render-page.ts'
import { requestWords } from '../../page/request-words.ts'
import { toShownProblem } from '../../page/shown-problem.ts'
import type { ServerDeps } from '../../server-deps.ts'

const askScript = pageScript(new URL('../scripts/ask.ts', import.meta.url))

/** *Sign out?* Nothing ends on GET; whoever is not signed in is told so. */
export async function showSignOutPage(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const signedIn = await readSession(deps, request)
  if (signedIn === undefined) return reply.redirect('/signed-out')
  const said = requestWords(request)
  const { signOut } = said.signIn
  return await renderPage(reply, {
    title: signOut.title,
    tenant: await deps.stores.tenants.find(signedIn.person.tenantId),
    script: askScript,
    data: {
      flow: '',
      working: said.common.working,
      offline: { ...toShownProblem(said, 'browser_offline'), correlationId: request.id },
    },
    body: html`<p class="account"><b>${signedIn.person.userName}</b></p><h1>${signOut.title}</h1><p class="soft">${signOut.reason}</p>${problemBox(said)}<div class="actions" id="actions"><button class="button" type="button" data-action="/sign-out">${signOut.submit}</button><a class="button quiet" href="/security-info">${said.common.cancel}</a></div>`,
  })
}

/** *You are signed out.* */
export async function showSignedOutPage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { signedOut } = requestWords(request).signIn
  return await renderPage(reply, {
    title: signedOut.title,
    body: html`<div class="hero">${icons.done}</div><h1>${signedOut.title}</h1><p class="soft">${signedOut.reason}</p><div class="actions"><a class="button quiet" href="/sign-in">${signedOut.again}</a></div>`,
  })
}
