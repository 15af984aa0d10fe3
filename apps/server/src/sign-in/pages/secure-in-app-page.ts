import {
  listOffers,
  type OfferedProvider,
  planWizard,
  readVisitor,
  type WizardPlan,
} from '@latchkey/guidance'
import { describeModel, type Person } from '@latchkey/identity'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { problemBox } from '../../page/problem-box.ts'
import { drawQr } from '../../security-info/draw-qr.ts'
import { readOpenPolicy } from '../../security-info/read-open-policy.ts'
import type { Step } from '../step.ts'

/** An app that the organisation wants the passkey in, and the way there. */
export interface AppToSecure {
  readonly provider: OfferedProvider
  readonly plan: WizardPlan
  /** Whether a security key will do as well. */
  readonly securityKey: boolean
}

/**
 * Find the app that a new passkey has to be in, where the rules leave nothing else on a computer or a phone. Only one
 * whose passkey can be asked for here: of the phone app it is made in the app itself.
 */
export async function findAppToSecure(step: Step, person: Person): Promise<AppToSecure | undefined> {
  const { tenant } = step
  if (tenant === undefined) return undefined
  const policy = await readOpenPolicy(step.deps, { person, tenant })
  if (policy.synced.allowed || policy.computer.allowed) return undefined
  const visitor = readVisitor(step.request.visitor.userAgent)
  for (const { kind, providerId, standing } of listOffers(visitor, policy)) {
    const provider = policy.providers.find(({ id }) => kind === 'provider' && id === providerId)
    if (provider === undefined || !standing.allowed) continue
    const plan = planWizard(visitor, policy, { kind: 'provider', provider })
    if (plan.steps.at(-1)?.id === 'prompt') {
      return { provider, plan, securityKey: policy.securityKey.allowed }
    }
  }
  return undefined
}

/** The two pages in one: what it is, what it takes and where to get it; then, after *Next*, how to save it there. */
export async function secureInApp(step: Step, app: AppToSecure, below: Html): Promise<Html> {
  const { said } = step
  const { secure, secureIn: text } = said.signIn
  const { name, own } = app.provider
  const across = app.plan.steps.some((each) => each.id === 'prompt' && each.ask.otherDevice)
  const kind = across ? 'app-there' : 'app-here'
  const key =
    app.securityKey &&
    html`<button class="button quiet" type="button" data-kind="other-device">${text.securityKey}</button>`
  return html`<div class="hero" id="waiting">${icons.passkey}</div><h1>${secure.title}</h1><div id="first"><p class="soft">${text.reason({ name })} ${text.what}</p><h2>${text.need}</h2>${points(needs(step, app))}<h2>${text.get({ name })}</h2>${await places(step, app)}<div class="actions"><button class="button" type="button" id="next">${text.next}</button></div></div>${problemBox(said, step.tenant)}<div id="then" hidden><h2 tabindex="-1">${text.save({ name })}</h2>${points(
    [
      ...(across ? [text.nearby, own === undefined ? text.camera({ name }) : text.ownScan({ name })] : []),
      own?.surface === 'extension' ? text.window({ name }) : text.choose({ name }),
    ],
  )}<div class="actions" id="actions"><button class="button" type="button" data-kind="${kind}">${text.create({ name })}</button>${key}</div></div>${below}`
}

function points(texts: readonly string[]): Html {
  return html`<ul class="points">${texts.map((each) => html`<li>${icons.done}<span>${each}</span></li>`)}</ul>`
}

function needs({ said }: Step, { provider, plan }: AppToSecure): readonly string[] {
  const { secureIn: text } = said.signIn
  if (provider.own !== undefined) {
    const { surface } = provider.own
    return surface === 'extension' ? [text.browser] : [text.linuxPhone, text.both]
  }
  return plan.steps.flatMap((step) =>
    step.id === 'requirements'
      ? [
          ...(step.iOS === undefined ? [] : [text.iOS({ version: step.iOS })]),
          ...(step.android === undefined ? [] : [text.android({ version: step.android })]),
          text.lock,
          ...(step.otherDevice ? [text.both] : []),
        ]
      : [],
  )
}

async function places({ said }: Step, { provider, plan }: AppToSecure): Promise<Html> {
  const { secureIn: text } = said.signIn
  const link = (url: string, label: string) =>
    html`<a href="${url}" target="_blank" rel="noreferrer">${label}</a>`
  if (provider.own !== undefined) {
    const { address } = provider.own
    return html`<p>${address === undefined ? text.installed : link(address, text.open)}</p>`
  }
  const get = plan.steps.find((step) => step.id === 'getApp')
  const stores = get?.id === 'getApp' ? get.stores : []
  const shown = stores.map(async ({ phone, url }) => {
    const label = phone === 'iOS' ? text.forIOS : text.forAndroid
    const code =
      get?.id === 'getApp' && get.show === 'code' ? await drawCode(url, text.code({ phone: label })) : ''
    return html`<li>${code}${link(url, label)}</li>`
  })
  return html`<ul class="stores">${await Promise.all(shown)}</ul>`
}

async function drawCode(url: string, label: string): Promise<Html> {
  const { size, path } = await drawQr(url)
  return html`<svg class="code" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}

/** Say of a passkey that was just made where it is, if that was proven; or that it is not where it was to be. */
export async function sayWhereItIs(step: Step, person: Person): Promise<Html | undefined> {
  const { deps, said, flow } = step
  if (flow.newPasskey === undefined) return undefined
  const id = new Uint8Array(Buffer.from(flow.newPasskey, 'base64url'))
  const made = await deps.stores.credentials.findByRp(deps.rp.rpId, id)
  if (made === undefined || made.userId !== person.userId) return undefined
  const { secureIn: text } = said.signIn
  const { name: where } = await describeModel(deps.stores, made.aaguid, deps.now())
  const wanted = (await findAppToSecure(step, person))?.provider
  if (wanted !== undefined && !wanted.aaguids.includes(made.aaguid)) {
    return html`<p class="soft">${text.elsewhere({ wanted: wanted.name, where: where ?? text.unknown })}</p>`
  }
  const name = wanted?.name ?? where
  if (!made.attestation.trusted || name === undefined) return undefined
  return html`<p class="soft">${text.verified({ name })}</p>`
}
