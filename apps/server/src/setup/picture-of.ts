import type { GuideStep } from '@latchkey/guidance'
import { type Html, html } from '../page/html.ts'
import { guidePictureAddress } from './picture-address.ts'
import { drawStep } from './pictures/draw-step.ts'
import { sayStep } from './say-step.ts'
import type { SetupView } from './setup-view.ts'

/** The picture of a step: the organisation's own, or else ours. */
export function pictureOf(
  view: Pick<SetupView, 'guide' | 'overrides' | 'setup' | 'tenant' | 'url'>,
  step: GuideStep,
): Html | undefined {
  const { overrides, setup, tenant } = view
  const own = overrides.get(step.id)?.picture
  if (own !== undefined) {
    const { title } = sayStep(view, step)
    return html`<img class="pic own" src="${guidePictureAddress(tenant.tenantId, own.pictureId)}" width="${own.width}" height="${own.height}" alt="${setup.picture.yours({ title })}" loading="lazy">`
  }
  return drawOwn(view, step)
}

/** The picture that we drew for a step. */
export function drawOwn(
  { setup, url }: Pick<SetupView, 'setup' | 'url'>,
  { id, values }: Pick<GuideStep, 'id' | 'values'>,
): Html | undefined {
  const words = setup.picture
  return drawStep(id, { words, name: values.name, host: url.host, account: words.account })
}
