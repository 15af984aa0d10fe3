import type { BuiltIn, OpenPolicy } from '@latchkey/guidance'
import type { CampaignWay } from '@latchkey/words/campaign'

/** What keeps passkeys on which device, as a mail names it. */
const keepers: readonly (readonly [BuiltIn, CampaignWay['kind'] & BuiltInWay, string])[] = [
  ['icloudKeychain', 'iphone', 'iOS'],
  ['googlePasswordManager', 'android', 'android'],
  ['samsungPass', 'samsung', 'android'],
  ['windowsHello', 'windows', 'windows'],
  ['icloudKeychain', 'mac', 'macOS'],
]

type BuiltInWay = 'iphone' | 'android' | 'samsung' | 'windows' | 'mac'

/**
 * List the ways to keep a passkey that the rules leave open to somebody: the apps that the organisation names first, for
 * those it recommends; then what is on their devices already; then keys.
 */
export function listWays({
  providers,
  builtIn,
  securityKey,
  minimumVersions,
}: OpenPolicy): readonly CampaignWay[] {
  const open = providers.filter(({ standing }) => standing.allowed)
  const named = open.flatMap(({ name, phones }, at): readonly CampaignWay[] => {
    const recommended = at === 0 && { recommended: true }
    const { iOS, android } = phones
    if (iOS === undefined && android === undefined) return [{ kind: 'provider', name, ...recommended }]
    return [
      ...(iOS ? [{ kind: 'phone' as const, name, system: 'iOS', version: iOS.least, ...recommended }] : []),
      ...(android
        ? [{ kind: 'phone' as const, name, system: 'Android', version: android.least, ...recommended }]
        : []),
    ]
  })
  const there = keepers.flatMap(([keeper, kind, system]): readonly CampaignWay[] => {
    if (!builtIn[keeper].allowed) return []
    const version = minimumVersions[keeper]?.[system]
    return [{ kind, ...(version !== undefined && { version }) }]
  })
  return [...named, ...there, ...(securityKey.allowed ? [{ kind: 'securityKey' as const }] : [])]
}
