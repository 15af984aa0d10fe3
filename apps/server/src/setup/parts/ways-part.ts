import { type GuideWay, guidePhones } from '@latchkey/guidance'
import { type Html, type HtmlValue, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { setupPath } from '../setup-ask.ts'
import type { SetupView } from '../setup-view.ts'

/** What describes somebody: they sign in today, it is their first day, they have a new phone. */
export function situationPart(view: SetupView): Html {
  const { ask, guide, setup } = view
  const { accounts } = guide.plan
  const accountOf = { existing: accounts.existing, firstDay: accounts.firstDay, newPhone: accounts.newPhone }
  const entries = (['existing', 'firstDay', 'newPhone'] as const).map((account) =>
    choice(accountOf[account], ask.account === account, setupPath(ask, { account, situation: undefined })),
  )
  const { situations } = guide
  const situation = ask.situation ?? 'atHand'
  const old =
    ask.account === 'newPhone' &&
    html`<ul class="segments small">${(['atHand', 'gone', 'wiped'] as const).map((each) => choice(situations[each], each === situation, setupPath(ask, { situation: each })))}</ul>`
  return html`<section><h2>${setup.situation}</h2><ul class="segments">${entries}</ul>${old}</section>`
}

/** What keeps the passkey: what is open on this device, the recommended first. */
export function waysPart(view: SetupView): HtmlValue {
  const { plan, setup } = view
  if (plan.ways.length === 0) return undefined
  return html`<section><h2>${setup.ways}</h2><ul class="ways">${plan.ways.map((way) => drawWay(view, way))}</ul>${phones(view)}</section>`
}

function drawWay({ plan, ask, guide, setup }: SetupView, way: GuideWay): Html {
  const { title, about } = guide.plan.ways[way.kind]
  const name = typeof title === 'function' ? title({ name: way.name }) : title
  const isThis = plan.way?.id === way.id
  return html`<li><a href="${setupPath(ask, { way: way.id })}#steps"${isThis && html` aria-current="true"`}>${iconOf(way)}<span><b>${name}</b><small>${about}</small>${way.recommended && html`<em>${guide.plan.recommended}</em>`}</span>${isThis && html`<i>${setup.chosen}</i>`}</a></li>`
}

function iconOf({ place, kind }: GuideWay): Html {
  if (place === 'securityKey') return icons.key
  if (place === 'otherDevice') return icons.phone
  return kind === 'windowsHello' || kind === 'extension' ? icons.screen : icons.passkey
}

/** Which phone is beside this device, where its settings differ. */
function phones({ plan, ask, guide, setup }: SetupView): HtmlValue {
  if (plan.way?.asksForPhone !== true) return undefined
  return html`<h3>${setup.phones}</h3><ul class="segments small">${guidePhones.map((phone) => choice({ label: guide.plan.devices[phone] }, ask.phone === phone, `${setupPath(ask, { phone })}#steps`))}</ul>`
}

function choice(
  { label, about }: { readonly label: string; readonly about?: string },
  isThis: boolean,
  href: string,
): Html {
  return html`<li><a href="${href}"${isThis && html` aria-current="true"`}><b>${label}</b>${about !== undefined && html`<small>${about}</small>`}</a></li>`
}
