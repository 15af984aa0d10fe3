import type { GuideLink, GuideStep } from '@latchkey/guidance'
import { type Html, type HtmlValue, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { drawQr } from '../../security-info/draw-qr.ts'
import { pictureOf } from '../picture-of.ts'
import { sayReviewed } from '../say-reviewed.ts'
import { sayStep } from '../say-step.ts'
import type { SetupView } from '../setup-view.ts'

/** The steps for this device, and no other. */
export async function stepsPart(view: SetupView): Promise<Html> {
  const steps = await Promise.all(view.plan.steps.map((step) => drawStepCard(view, step)))
  return html`<section id="steps"><h2>${view.setup.steps}</h2><ol class="steps">${steps}</ol></section>`
}

async function drawStepCard(view: SetupView, step: GuideStep): Promise<Html> {
  const picture = pictureOf(view, step)
  const instead = await Promise.all((step.instead ?? []).map((each) => drawInstead(view, each)))
  const more =
    instead.length > 0 &&
    html`<details class="instead"><summary>${view.guide.plan.instead}</summary>${instead}</details>`
  return html`<li class="step${picture === undefined && html` plain`}"><div class="told"><h3>${sayStep(view, step).title}</h3>${await tell(view, step)}${more}<p class="reviewed">${sayReviewed(view.guide, step.reviewed)}</p></div>${picture}</li>`
}

async function drawInstead(view: SetupView, step: GuideStep): Promise<Html> {
  return html`<div class="other"><h4>${sayStep(view, step).title}</h4>${await tell(view, step)}${pictureOf(view, step)}</div>`
}

async function tell(view: SetupView, step: GuideStep): Promise<Html> {
  const { lines, hint } = sayStep(view, step)
  const told =
    lines.length === 1
      ? html`<p>${lines[0]}</p>`
      : html`<ol class="lines">${lines.map((line) => html`<li>${line}</li>`)}</ol>`
  return html`${told}${hint !== undefined && html`<p class="note">${icons.info}<span>${hint}</span></p>`}${await links(view, step)}${placeLink(view, step)}`
}

async function links({ guide, setup }: SetupView, { links: list = [] }: GuideStep): Promise<HtmlValue> {
  if (list.length === 0) return undefined
  const drawn = list.map(async (link) => {
    const label = guide.plan.getFrom[link.phone ?? 'any']
    const code = link.show === 'code' ? await drawCode(link.url, `${setup.share.link}: ${label}`) : undefined
    return html`<li>${code}<a class="button quiet" href="${link.url}" rel="noreferrer">${label}</a>${version(link)}</li>`
  })
  return html`<ul class="links">${await Promise.all(drawn)}</ul>`
}

const version = ({ appVersion }: GuideLink): HtmlValue =>
  appVersion !== undefined && html`<small class="soft">≥ ${appVersion}</small>`

/** A QR code that a phone can read, in the dark as well. */
export async function drawCode(url: string, label: string): Promise<Html> {
  const { size, path } = await drawQr(url)
  return html`<svg class="code" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}

const places = {
  add: '/security-info/add',
  methods: '/security-info',
  sessions: '/security-info/sessions',
  requestPass: '/pass-request',
  signIn: '/security-info',
} as const

function placeLink({ setup }: SetupView, { place }: GuideStep): HtmlValue {
  if (place === undefined) return undefined
  return html`<p><a class="button quiet" href="${places[place]}">${setup.places[place]}</a></p>`
}
