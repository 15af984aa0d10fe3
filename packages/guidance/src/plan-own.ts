import type { OfferedProvider } from './open-policy.ts'
import type { OwnSurface } from './own-surface.ts'
import type { Caution, Step, WizardPlan } from './step.ts'
import type { Visitor } from './visitor.ts'

/**
 * Plan the pages that lead to a passkey in an authenticator of ours, wherever somebody is with it: it is not there yet,
 * the account is not in it, it is signed out. Each page says when there is nothing to do on it.
 *
 * The extension answers in this very browser; the agent answers from another device, over a QR code that it scans itself;
 * of the phone app the passkey comes by itself, for it is made there and not here.
 */
export function planOwn(visitor: Visitor, { name }: OfferedProvider, own: OwnSurface): WizardPlan {
  const { surface, address } = own
  const onPhone = visitor.system === 'iOS' || visitor.system === 'android'
  const begin: readonly Step[] = [
    { id: 'ownRequirements', surface, name },
    {
      id: 'getOwn',
      surface,
      name,
      ...(address !== undefined && { address }),
      show: surface === 'phoneApp' && !onPhone ? 'code' : 'link',
    },
    { id: 'ownAccount', surface, name },
  ]
  switch (surface) {
    case 'extension':
      return {
        cautions: notForBrowser(visitor, name),
        steps: [...begin, { id: 'prompt', ask: { kind: 'provider', otherDevice: false }, name, surface }],
      }
    case 'agent':
      return {
        cautions: noHybrid(visitor),
        steps: [
          ...begin,
          { id: 'nearby' },
          { id: 'ownScan', name },
          { id: 'reminder', name, otherDevice: true },
          { id: 'prompt', ask: { kind: 'provider', otherDevice: true }, name, surface },
        ],
      }
    case 'phoneApp':
      return { cautions: [], steps: [...begin, { id: 'inApp', name }] }
  }
}

/** Extensions of ours are for Chromium and its kin, and for Firefox, on computers. Nobody is refused on a guess. */
function notForBrowser({ system, browser }: Visitor, name: string): readonly Caution[] {
  const cannot = system === 'iOS' || system === 'android' || browser === 'safari'
  return cannot ? [{ id: 'notForBrowser', name }] : []
}

/** Firefox leaves it to the system to ask a phone nearby, and neither Linux nor Android nor Windows 10 can. */
export function noHybrid({ capabilities, browser, system, release }: Visitor): readonly Caution[] {
  const cannot =
    capabilities?.hybrid === false ||
    (capabilities?.hybrid === undefined &&
      browser === 'firefox' &&
      (system === 'linux' || system === 'android' || release === '10'))
  return cannot ? [{ id: 'noHybrid' }] : []
}
