import { getPersonFacts, getRules } from '@latchkey/identity'
import { type AccessDecision, whatIf } from '@latchkey/policy'
import { findUser } from '../directory/find-user.ts'
import { collection } from '../graph-answer.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../graph-route.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { toAccessPolicy } from './access-policy.ts'
import { readRules } from './change-rule.ts'
import { imaginedSignIn, toHypotheticalSignIn } from './imagined-sign-in.ts'
import { evaluation as permissions } from './rule-permissions.ts'

/** What Conditional Access would make of a sign-in that does not happen. */
export const evaluateRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/identity/conditionalAccess/evaluate',
    onlyAsks: true,
    permissions,
    act: 'read rules',
    handle: evaluate,
  },
]

async function evaluate(call: GraphCall): Promise<GraphAnswer> {
  const { deps, tenant } = call
  const imagined = readGraphBody(imaginedSignIn, call.body)
  const person = await findUser(call, imagined.signInIdentity.userId)
  if (person === undefined) {
    throw new GraphRefusal('Request_BadRequest', "Nobody here has the id of 'signInIdentity/userId'.")
  }
  const rules = await getRules(deps.stores, deps, tenant.tenantId)
  const facts = await getPersonFacts(deps.stores, person, rules)
  const { decision, results } = whatIf(rules, facts, toHypotheticalSignIn(imagined, deps.now()))

  const documents = await readRules(call)
  const policies = new Map(documents.conditionalAccess.map((policy) => [policy.id, policy]))
  const items = results.flatMap(({ policyId, policyApplies, analysisReasons, result, missing }) => {
    const policy = policies.get(policyId)
    if (policy === undefined || (imagined.appliedPoliciesOnly && !policyApplies)) return []
    return [
      {
        ...toAccessPolicy(policy, documents),
        policyApplies,
        analysisReasons,
        latchkey_result: result,
        latchkey_missing: missing,
      },
    ]
  })
  const answer = collection(call, 'Collection(microsoft.graph.whatIfAnalysisResult)', items)
  return { ...answer, body: { ...Object(answer.body), latchkey_decision: toDecision(decision) } }
}

/** What all of them come to: Graph leaves that to whoever reads the list. */
function toDecision({ outcome, enforced, needs, session }: AccessDecision): object {
  return {
    outcome,
    enforced,
    authenticationStrengths: needs.strengths.map(({ id, displayName }) => ({ id, displayName })),
    compliantDevice: needs.compliantDevice,
    termsOfUse: needs.terms,
    provenAfter: needs.provenAfter?.toISOString() ?? null,
    persistentBrowser: session.persistentBrowser ?? null,
  }
}
