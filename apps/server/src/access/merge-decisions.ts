import type { AccessDecision, AccessVerdict } from '@latchkey/policy'

/**
 * Put together what the policies say of several things that are wanted at once, an app and the API it calls: all of it
 * must be allowed. A policy that is about one of them is told as it is there.
 */
export function mergeDecisions(first: AccessDecision, ...others: readonly AccessDecision[]): AccessDecision {
  return others.reduce(mergeTwo, first)
}

function mergeTwo(one: AccessDecision, other: AccessDecision): AccessDecision {
  const persistent = [one.session.persistentBrowser, other.session.persistentBrowser]
  const mode = persistent.find((each) => each === 'never') ?? persistent.find((each) => each !== undefined)
  const after = [one.needs.provenAfter, other.needs.provenAfter].filter((each) => each !== undefined)
  const strengths = [...one.needs.strengths, ...other.needs.strengths]
  return {
    outcome: order.find((outcome) => one.outcome === outcome || other.outcome === outcome) ?? 'blocked',
    enforced: one.enforced || other.enforced,
    needs: {
      strengths: [...new Map(strengths.map((strength) => [strength.id, strength])).values()],
      compliantDevice: one.needs.compliantDevice || other.needs.compliantDevice,
      terms: [...new Set([...one.needs.terms, ...other.needs.terms])],
      ...(after.length > 0 && { provenAfter: new Date(Math.max(...after.map(Number))) }),
    },
    counting: one.counting.filter((proof) => other.counting.includes(proof)),
    session: {
      frequencies: [...one.session.frequencies, ...other.session.frequencies],
      ...(mode !== undefined && { persistentBrowser: mode }),
    },
    verdicts: one.verdicts.map((verdict, at) => nearer(verdict, other.verdicts[at])),
  }
}

/** The strictest first. */
const order = ['blocked', 'needs', 'allowed'] as const

/** Of two verdicts of one policy the one that says more: first one that fails, then one that applies. */
function nearer(one: AccessVerdict, other: AccessVerdict | undefined): AccessVerdict {
  if (other === undefined || other.because.length > 0) return one
  return one.because.length > 0 || other.missing.length > 0 ? other : one
}
