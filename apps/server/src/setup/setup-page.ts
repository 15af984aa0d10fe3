import type { Tenant } from '@latchkey/identity'
import { languages } from '@latchkey/words'
import type { SetupWords } from '@latchkey/words/setup'
import type { FastifyReply } from 'fastify'
import { type Html, type HtmlValue, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import { pageScript } from '../page/page-script.ts'
import type { PageLook } from '../page/page-style.ts'
import { renderPage } from '../page/render-page.ts'
import { toShownProblem } from '../page/shown-problem.ts'
import { toBrowserUrl } from '../sign-in/in-app-browser.ts'
import { helpDeskLine } from '../sign-in/pages/step-frame.ts'
import { devicePart } from './parts/device-part.ts'
import { drawCode, stepsPart } from './parts/step-part.ts'
import { tablePart } from './parts/table-part.ts'
import { situationPart, waysPart } from './parts/ways-part.ts'
import { pictureSheet } from './pictures/draw-step.ts'
import { type SetupAsk, setupPath } from './setup-ask.ts'
import type { GuideSaid, SetupView } from './setup-view.ts'

const script = pageScript(new URL('./scripts/setup.ts', import.meta.url))

const look: PageLook = { name: 'guide', sheets: [new URL('./setup.css', import.meta.url), pictureSheet] }

/** *Where do you work?* Also for whoever typed a domain that is nobody's. */
export function showFindPage(
  reply: FastifyReply,
  { said, setup }: GuideSaid,
  ask: SetupAsk,
): Promise<FastifyReply> {
  const { find } = setup
  const error = ask.domain !== undefined && find.unknown({ domain: ask.domain })
  return renderPage(reply, {
    said,
    title: setup.title,
    look,
    status: error === false ? 200 : 404,
    body: html`${languagePart(setup, ask)}<h1>${setup.title}</h1><p class="lead">${setup.lead}</p><section class="find"><form method="post" action="${setupPath({ account: ask.account, language: ask.language })}"><div class="field"><label for="domain">${find.label}</label><input id="domain" name="domain" type="text" inputmode="url" required maxlength="254" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="example.com" value="${ask.domain}"${error !== false && html` aria-invalid="true"`} aria-describedby="domain-error domain-hint"><p class="error" id="domain-error">${error}</p><p class="hint" id="domain-hint">${error === false ? find.hint : find.unknownNext}</p></div><div class="actions"><button class="button" type="submit">${find.submit}</button></div></form></section>`,
  })
}

/** The guide: what is possible, what is open on this device, and its steps. */
export async function showGuidePage(reply: FastifyReply, view: SetupView): Promise<FastifyReply> {
  const { said, setup, tenant, ask, plan } = view
  const inApp = plan.inApp !== undefined
  const rest = inApp
    ? undefined
    : html`${tablePart(view)}<div class="choose">${situationPart(view)}${waysPart(view)}</div>`
  return await renderPage(reply, {
    said,
    title: setup.title,
    tenant,
    look,
    refinedBy: script,
    ownPictures: view.overrides.size > 0 ? 'shown' : 'none',
    data: {
      domain: ask.domain,
      refined: ask.found !== undefined,
      chosen: ask.device !== undefined,
      mail: ask.mail,
      offline: { ...toShownProblem(said, 'browser_offline'), correlationId: '' },
    },
    body: html`${languagePart(setup, ask)}<h1>${setup.title}</h1><p class="lead">${setup.lead}</p>${inAppPart(view)}${devicePart(view)}${rest}${await stepsPart(view)}${questionsPart(view)}${await sharePart(view)}${endPart(view)}`,
  })
}

/** The same page in another language. */
function languagePart(setup: SetupWords, ask: SetupAsk): Html {
  const links = languages.map(
    (language) =>
      html`<li><a href="${setupPath(ask, { language })}" lang="${language}" hreflang="${language}"${setup.language === language && html` aria-current="true"`}>${languageNames[language]}</a></li>`,
  )
  return html`<nav class="langs" aria-label="${setup.languages}"><ul>${links}</ul></nav>`
}

const languageNames = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語' } as const

/** Nothing else is done before this window is left: a passkey cannot be made in it. */
function inAppPart({ plan, setup, said, ask, url }: SetupView): HtmlValue {
  if (plan.inApp === undefined) return undefined
  const { app } = plan.inApp
  const system = plan.column === 'iOS' ? 'ios' : 'android'
  const there = new URL(setupPath(ask), url)
  const { openSafari, openChrome } = said.signIn.inApp
  return html`<section class="find"><h2>${icons.away} ${app === undefined ? setup.inAppUnknown : setup.inApp({ app })}</h2><div class="actions"><a class="button" href="${toBrowserUrl(system, there)}">${system === 'ios' ? openSafari : openChrome}</a></div><p class="hint">${setup.inAppHint}</p><p class="address">${there.href}</p></section>`
}

function questionsPart({ plan, guide }: SetupView): HtmlValue {
  if (plan.questions.length === 0) return undefined
  const { questions } = guide
  const asked = plan.questions.map(
    (id) =>
      html`<details><summary>${questions[id].question}</summary><p>${questions[id].answer}</p></details>`,
  )
  return html`<section><h2>${questions.asked}</h2><div class="questions">${asked}</div></section>`
}

/** The way to a phone: what was chosen here is for this device, and does not come along. */
async function sharePart({ setup, ask, url }: SetupView): Promise<Html> {
  const { domain, account, language } = ask
  const there = new URL(setupPath({ domain, account, language }), url).href
  const { share } = setup
  return html`<section class="share">${await drawCode(there, share.code)}<div><h2>${share.title}</h2><p>${share.lead}</p><p class="soft small">${share.address}</p><p class="address">${there}</p></div></section>`
}

function endPart({ said, setup, tenant, url, ask }: SetupView): Html {
  const { host } = url
  return html`<div class="end"><button type="button" class="button quiet" id="print" hidden>${setup.print}</button><a href="${setupPath({ account: 'existing', language: ask.language })}" class="small">${setup.find.change}</a>${helpLine(said, tenant)}</div><p class="printed small soft">${setup.printed({ address: `${host}/setup` })}</p>`
}

function helpLine(said: GuideSaid['said'], tenant: Tenant): HtmlValue {
  return helpDeskLine({ said, tenant })
}
