import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { pageScript } from '../../page/page-script.ts'
import { type InAppBrowser, toBrowserUrl } from '../in-app-browser.ts'
import { resumeUrl } from '../resume.ts'
import { type Step, startUrl } from '../step.ts'
import { appLine, sendStep } from './step-frame.ts'

const script = pageScript(new URL('../scripts/in-app.ts', import.meta.url))

/** *Open this in your browser*: passkeys do not work inside other apps, so this comes before anybody tries. */
export function showInAppPage(step: Step, inApp: InAppBrowser): Promise<FastifyReply> {
  const { inApp: words } = step.said.signIn
  const { common } = step.said
  const url = resumeUrl(step.deps, step.flow)
  const open = inApp.system === 'ios' ? words.openSafari : words.openChrome
  return sendStep(step, {
    title: words.title,
    script,
    body: html`<div class="hero">${icons.away}</div><h1>${words.title}</h1>${appLine(step)}<p>${words.reason({ app: inApp.app ?? words.someApp })}</p><div class="actions"><a class="button" href="${toBrowserUrl(inApp.system, url)}">${open}</a><button class="button quiet" type="button" data-copy="link" data-copied="${common.copied}">${words.copy}</button></div><p class="hint">${words.copyHint}</p><span id="link" data-value="${url.href}" hidden></span><p class="below"><a id="anyway" href="${startUrl(step, { inApp: true, userName: step.flow.userName, tenantId: step.flow.tenantId })}">${words.anyway}</a></p>`,
  })
}
