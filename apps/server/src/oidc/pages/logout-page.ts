import type { App, Person, Tenant } from '@latchkey/identity'
import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { requestWords } from '../../page/request-words.ts'
import { showQuestionPage } from './question-page.ts'

/** Send the page that asks whether to sign out, because an app said so. */
export async function showLogoutPage(
  reply: FastifyReply,
  ask: {
    readonly tenant: Tenant
    readonly app: App | undefined
    readonly person: Person
    readonly action: string
  },
): Promise<FastifyReply> {
  const { signOut } = requestWords(reply.request).oidc
  const reason = ask.app === undefined ? signOut.reason : signOut.reasonApp({ app: ask.app.displayName })
  return await showQuestionPage(reply, {
    title: signOut.title,
    tenant: ask.tenant,
    action: ask.action,
    body: html`<p class="account"><b>${ask.person.userName}</b></p><h1>${signOut.title}</h1><p class="soft">${reason}</p>`,
    answers: [
      { answer: 'yes', text: signOut.submit },
      { answer: 'no', text: signOut.stay },
    ],
  })
}
