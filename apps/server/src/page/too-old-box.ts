import type { DeviceVerdict } from '@latchkey/guidance'
import type { Words } from '@latchkey/words'
import { type HtmlValue, html } from './html.ts'
import { icons } from './icons.ts'

/** Say that the device is too old to keep a passkey, before anybody tries. */
export function tooOldBox({ common }: Words, verdict: DeviceVerdict): HtmlValue {
  if (verdict.kind !== 'tooOld') return undefined
  const { version, least } = verdict
  const system = verdict.system === 'android' ? 'Android' : verdict.system
  return html`<ul class="points"><li>${icons.info}<span>${common.tooOld({ system, version, least })}</span></li></ul>`
}
