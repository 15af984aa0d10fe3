import { canKeepPasskey } from './judge-device.ts'
import type { OpenPolicy, Standing } from './open-policy.ts'
import type { OwnSurface } from './own-surface.ts'
import type { Visitor } from './visitor.ts'

/** Something that may be added. `provider` has the id of one. */
export type OfferKind = 'provider' | 'passkey' | 'securityKey' | 'codes' | 'password'

/** What somebody can add, or cannot and why. */
export interface Offer {
  readonly kind: OfferKind
  readonly providerId?: string
  readonly name?: string
  /** Of an authenticator of ours. */
  readonly surface?: OwnSurface['surface']
  readonly standing: Standing
  /** One at most. */
  readonly recommended: boolean
}

/**
 * List what there is to add: what is open to somebody first, the best of it before all; what is not, after that, with
 * its reason.
 */
export function listOffers(visitor: Visitor, policy: OpenPolicy): readonly Offer[] {
  const all: readonly Omit<Offer, 'recommended'>[] = [
    ...policy.providers.map(({ id, name, standing, own }) => ({
      kind: 'provider' as const,
      providerId: id,
      name,
      ...(own && { surface: own.surface }),
      standing,
    })),
    { kind: 'passkey', standing: standingOfPasskey(policy) },
    { kind: 'securityKey', standing: policy.securityKey },
    { kind: 'codes', standing: policy.codes },
    ...(policy.password === 'changeable'
      ? [{ kind: 'password' as const, standing: { allowed: true } as const }]
      : []),
  ]
  const open = all.filter(({ standing }) => standing.allowed)
  const closed = all.filter(({ standing }) => !standing.allowed)
  const best =
    open.find((offer) => isRecommendable(offer, visitor)) ?? open.find(({ kind }) => kind !== 'password')
  const rest = open.filter((offer) => offer !== best)
  return [
    ...(best === undefined ? [] : [{ ...best, recommended: true }]),
    ...[...rest, ...closed].map((offer) => ({ ...offer, recommended: false })),
  ]
}

/** A passkey without a word of where: open if it may be copied, or if a computer may keep it. */
function standingOfPasskey({ synced, computer }: OpenPolicy): Standing {
  return synced.allowed || !computer.allowed ? synced : computer
}

/** A device that cannot keep a passkey is no reason to recommend nothing: another one can. */
function isRecommendable({ kind }: Omit<Offer, 'recommended'>, visitor: Visitor): boolean {
  if (kind === 'provider' || kind === 'securityKey') return true
  return kind === 'passkey' && (canKeepPasskey(visitor) || visitor.capabilities?.hybrid !== false)
}
