import { getRuleDocuments, type Impact, type ImpactAsk, newId, type PastCounts } from '@latchkey/identity'
import { findImpact } from '@latchkey/identity/administer'
import { readConditionalAccess } from '@latchkey/policy'
import { z } from 'zod'
import { entity } from '../graph-answer.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { resourceMissing } from '../key-of.ts'
import { conditionalAccess } from '../policies/rule-permissions.ts'
import { readGraphBody } from '../read-graph-body.ts'

/** The log of sign-ins is not kept for much longer. */
const mostDays = 30

const Draft = z.strictObject({
  days: z.int().min(1).max(mostDays).default(7),
  policy: z.record(z.string(), z.unknown()),
})

const asking = { permissions: conditionalAccess.read, act: 'read logs' } as const

/**
 * What a policy did to the sign-ins of the last days, or would have done. It shows sign-ins, so it takes who may read
 * them. Ours: Graph has no such thing.
 */
export const impactRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/latchkey/rules/impact',
    ...asking,
    query: [],
    /** `?policyId=…&days=7`: from what the log recorded of a policy that is kept. */
    async handle(call) {
      const policyId = (call.query.all.get('policyId') ?? '').toLowerCase()
      const days = readDays(call.query.all.get('days'))
      const { documents } = await getRuleDocuments(call.deps.stores, call.deps, call.tenant.tenantId)
      if (!documents.conditionalAccess.some(({ id }) => id === policyId)) throw resourceMissing(policyId)
      return await answer(call, {
        tenantId: call.tenant.tenantId,
        days,
        policy: { kind: 'saved', policyId },
      })
    },
  },
  {
    method: 'POST',
    path: '/latchkey/rules/impact',
    ...asking,
    onlyAsks: true,
    query: [],
    /** A policy that is not kept, evaluated over what the log kept of each sign-in. */
    async handle(call) {
      const { deps, tenant } = call
      const { days, policy } = readGraphBody(Draft, call.body)
      const stamp = { id: newId(deps), createdDateTime: deps.now().toISOString(), modifiedDateTime: null }
      const document = readConditionalAccess(policy, stamp)
      const { documents } = await getRuleDocuments(deps.stores, deps, tenant.tenantId)
      const alone = { ...documents, conditionalAccess: [document] }
      return await answer(call, {
        tenantId: tenant.tenantId,
        days,
        policy: { kind: 'draft', documents: alone },
      })
    },
  },
]

async function answer(call: GraphCall, ask: ImpactAsk): Promise<GraphAnswer> {
  const { deps, tenant } = call
  const impact = await (deps.lockOut?.impactOf?.(ask) ?? findImpact(deps.stores, deps, ask))
  const ids = [...impact.worst, ...impact.examples].map(({ userId }) => userId)
  const people = await deps.stores.people.listByIds(tenant.tenantId, [...new Set(ids)])
  const names = new Map(people.map((person) => [person.userId, person]))
  const named = (userId: string) => ({
    userId,
    userDisplayName: names.get(userId)?.displayName ?? null,
    userPrincipalName: names.get(userId)?.userName ?? null,
  })
  return entity(call, 'latchkey.ruleImpact', {
    ...toSums(impact),
    worst: impact.worst.map(({ userId, outcome, signIns }) => ({ ...named(userId), outcome, signIns })),
    examples: impact.examples.map(({ userId, at, clientId, platform, ...example }) => ({
      ...named(userId),
      signInId: example.signInId,
      at: toGraphTime(at),
      appId: clientId ?? null,
      platform: platform ?? null,
      ipAddress: example.ipAddress,
      outcome: example.outcome,
      missing: example.missing,
    })),
  })
}

function toSums({ basis, from, until, complete, signIns, people, platforms, days, gaps, inferred }: Impact) {
  return {
    basis,
    from: toGraphTime(from),
    until: toGraphTime(until),
    complete,
    signIns: toCounts(signIns),
    people: toCounts(people),
    platforms: platforms.map((each) => ({ platform: each.platform, signIns: toCounts(each.signIns) })),
    days: days.map((each) => ({ day: each.day, signIns: toCounts(each.signIns) })),
    gaps,
    inferred,
  }
}

function toCounts(counts: PastCounts): PastCounts {
  return { ...counts }
}

function readDays(text = '7'): number {
  const days = Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= mostDays) return days
  throw new GraphRefusal('badRequest', `'days' is a number from 1 to ${mostDays}.`)
}
