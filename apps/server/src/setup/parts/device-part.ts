import type { DeviceClass } from '@latchkey/guidance'
import { type Html, type HtmlValue, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { setupPath } from '../setup-ask.ts'
import type { SetupView } from '../setup-view.ts'

/** A device that can be chosen, and the version that makes a difference. */
interface Tile {
  readonly device: Exclude<DeviceClass, 'unknown'>
  readonly version?: string
  readonly special?: 'iOS17' | 'windows10'
}

const tiles: readonly Tile[] = [
  { device: 'iphone' },
  { device: 'iphone', version: '17', special: 'iOS17' },
  { device: 'ipad' },
  { device: 'samsung' },
  { device: 'pixel' },
  { device: 'android' },
  { device: 'windows' },
  { device: 'windows', version: '10', special: 'windows10' },
  { device: 'mac' },
  { device: 'chromebook' },
  { device: 'linux' },
]

/** For which device the steps are, and the way to another; where that is not known, the tiles ask. */
export function devicePart(view: SetupView): Html {
  const { plan, setup } = view
  if (plan.device === 'unknown') {
    return html`<section><h2>${setup.device.which}</h2><p class="soft">${view.guide.plan.verdict.unknown}</p>${tileList(view)}</section>`
  }
  return html`<div class="device"><p class="chip">${isPhone(plan.device) ? icons.phone : icons.screen}<b>${setup.device.shown({ device: nameDevice(view) })}</b></p><details><summary>${setup.device.another}</summary>${tileList(view)}</details></div>${verdict(view)}`
}

/** What a device is called, with the version where it is told. */
function nameDevice({ plan, guide, setup, version }: SetupView): string {
  const device = guide.plan.devices[plan.device]
  if (version === undefined) return device
  const system = systemNames[plan.device]
  return system === undefined
    ? `${device} ${version}`
    : setup.device.withVersion({ device, version: `${system} ${version}` })
}

const systemNames: Readonly<Partial<Record<DeviceClass, string>>> = {
  iphone: 'iOS',
  ipad: 'iPadOS',
  samsung: 'Android',
  pixel: 'Android',
  android: 'Android',
  mac: 'macOS',
}

const isPhone = (device: DeviceClass) => ['iphone', 'ipad', 'samsung', 'pixel', 'android'].includes(device)

function tileList(view: SetupView): Html {
  const { ask, guide, setup } = view
  return html`<ul class="tiles">${tiles.map(({ device, version, special }) => {
    const isThis = ask.device === device && ask.version === version
    return html`<li><a href="${setupPath(ask, { device, version, way: undefined })}"${isThis && html` aria-current="true"`}>${isPhone(device) ? icons.phone : icons.screen}<span>${special === undefined ? guide.plan.devices[device] : setup.device[special]}</span></a></li>`
  })}</ul>`
}

/** What speaks against this very device, before anybody tries. */
function verdict({ plan, guide }: SetupView): HtmlValue {
  if (plan.verdict.kind !== 'tooOld') return undefined
  return html`<p class="note">${icons.warning}<span>${guide.plan.verdict.tooOld(plan.verdict)}</span></p>`
}
