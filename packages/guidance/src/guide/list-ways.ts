import { canKeepPasskey } from '../judge-device.ts'
import { listOffers, type Offer } from '../list-offers.ts'
import { columnOf } from './guide-column.ts'
import type { GuideWay } from './guide-plan.ts'
import { type JudgedWay, judgeWays, type WayFacts } from './judge-ways.ts'

/** A way that is open, with what its steps need. */
export type OpenWay = GuideWay & Pick<JudgedWay, 'provider'>

/**
 * List the ways that are open to somebody, in the order in which Security info offers them, so that both recommend the
 * same.
 */
export function listWays(facts: WayFacts): readonly OpenWay[] {
  const { visitor, policy } = facts
  const open = judgeWays(facts).filter(({ because }) => because === undefined)
  const offered = listOffers(visitor, policy).flatMap((offer) =>
    offer.standing.allowed ? open.filter((way) => isOffered(way, offer)) : [],
  )
  const here = canKeepPasskey(visitor)
    ? offered
    : offered.toSorted((a, b) => Number(isBuiltIn(a)) - Number(isBuiltIn(b)))
  return here.map(({ id, kind, place, name, provider }, at) => ({
    id,
    kind,
    place,
    name,
    recommended: at === 0,
    asksForPhone: columnOf(visitor) === 'desktop' && (kind === 'phone' || kind === 'app'),
    ...(provider && { provider }),
  }))
}

function isOffered({ kind, provider, place }: JudgedWay, offer: Offer): boolean {
  if (offer.kind === 'provider') return provider?.id === offer.providerId
  if (offer.kind === 'securityKey') return kind === 'securityKey'
  return offer.kind === 'passkey' && provider === undefined && place !== 'securityKey'
}

const isBuiltIn = ({ place }: JudgedWay) => place === 'thisDevice'
