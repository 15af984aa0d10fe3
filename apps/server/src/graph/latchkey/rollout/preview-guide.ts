import { toAccent } from '@latchkey/api/accent'
import type { GuideStep } from '@latchkey/guidance'
import { buildView } from '../../../setup/build-view.ts'
import { guidePictureAddress } from '../../../setup/picture-address.ts'
import { drawOwn } from '../../../setup/picture-of.ts'
import { toPictureAddress } from '../../../setup/pictures/draw-step.ts'
import { sayReviewed } from '../../../setup/say-reviewed.ts'
import { sayStep } from '../../../setup/say-step.ts'
import { readSetupAsk, setupPath } from '../../../setup/setup-ask.ts'
import { loadGuideSaid, type SetupView } from '../../../setup/setup-view.ts'
import { toSetupVisitor } from '../../../setup/setup-visitor.ts'
import { readStrangerPolicy } from '../../../setup/stranger-policy.ts'
import type { GraphCall } from '../../graph-route.ts'
import type { GraphObject } from '../../resource-shape.ts'

/** A browser that says nothing: the device is the one that was chosen. */
const nobody = { userAgent: '' }

/** Play the guide for a device, a situation and people of a group: what they would read, and the pictures beside it. */
export async function previewGuide({ deps, tenant, query }: GraphCall): Promise<GraphObject> {
  const asked = readSetupAsk(Object.fromEntries(query.all))
  const [domain] = await deps.stores.tenants.listDomains(tenant.tenantId)
  const ask = { ...asked, domain }
  const groups = query.all.get('groups')?.split(',')
  const policy = await readStrangerPolicy(deps, tenant, groups)
  const visitor = toSetupVisitor(nobody, ask)
  const said = await loadGuideSaid(ask.language ?? 'en')
  const view = await buildView(deps, { tenant, visitor, policy }, said, ask)
  const { plan, guide } = view
  return {
    device: plan.device,
    deviceName: guide.plan.devices[plan.device],
    ways: plan.ways.map(({ id, kind, name, recommended }) => {
      const { title, about } = guide.plan.ways[kind]
      return { id, name: typeof title === 'function' ? title({ name }) : title, about, recommended }
    }),
    way: plan.way?.id ?? null,
    asksForPhone: plan.way?.asksForPhone ?? false,
    steps: plan.steps.flatMap((step) => [step, ...(step.instead ?? [])].map((each) => toStep(view, each))),
    address: new URL(setupPath(ask), deps.config.url).href,
  }
}

function toStep(view: SetupView, step: GuideStep): GraphObject {
  const { title, lines, hint } = sayStep(view, step)
  const changed = view.overrides.get(step.id)
  return {
    id: step.id,
    title,
    lines,
    hint: hint ?? null,
    picture: pictureAddress(view, step) ?? null,
    reviewed: sayReviewed(view.guide, step.reviewed),
    isTextChanged: changed?.text !== undefined,
    isPictureChanged: changed?.picture !== undefined,
  }
}

function pictureAddress(view: SetupView, step: GuideStep): string | undefined {
  const { tenant, overrides } = view
  const own = overrides.get(step.id)?.picture
  if (own !== undefined) return guidePictureAddress(tenant.tenantId, own.pictureId)
  const drawn = drawOwn(view, step)
  return drawn && toPictureAddress(drawn, toAccent(tenant.settings.branding.accent))
}
