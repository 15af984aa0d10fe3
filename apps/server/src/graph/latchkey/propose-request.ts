import { catchProposal, type RulesProposal } from '@latchkey/identity/administer'
import { z } from 'zod'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphRoute } from '../graph-route.ts'
import { type GraphRouter, graphRouter } from '../graph-router.ts'
import { readQuery } from '../odata-query.ts'
import { accessPolicyRoutes } from '../policies/access-policy-routes.ts'
import { agreementRoutes } from '../policies/agreement-routes.ts'
import { methodsPolicyRoutes } from '../policies/methods-policy-routes.ts'
import { strengthRoutes } from '../policies/strength-routes.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { isGraphObject } from '../resource-shape.ts'
import { historyRoutes } from './history-routes.ts'
import { importRoutes } from './import-routes.ts'
import { requireRulePermissions } from './require-rule-permissions.ts'

const Envelope = z.strictObject({
  request: z.looseObject({
    method: z.string().regex(/^(POST|PATCH|PUT|DELETE)$/i),
    url: z.string().min(1).max(2000),
  }),
})

/** Everything that changes rules, and nothing else. */
const changing: readonly GraphRoute[] = [
  ...accessPolicyRoutes,
  ...strengthRoutes,
  ...methodsPolicyRoutes,
  ...agreementRoutes,
  ...historyRoutes,
  ...importRoutes,
].filter(({ method, onlyAsks }) => method !== 'GET' && onlyAsks !== true)

let router: GraphRouter | undefined

/**
 * Find out what a request would change in the rules that is not sent: it is done by its own route, and left where it
 * would be checked.
 *
 * @returns `undefined` if it would change nothing
 * @throws GraphRefusal `badRequest` for a request that changes no rules; whatever the request itself is refused by
 */
export async function proposeRequest(call: GraphCall): Promise<RulesProposal | undefined> {
  const { request } = readGraphBody(Envelope, call.body)
  const [path = '', ...search] = request.url.split('?')
  router ??= graphRouter(changing)
  const { route, keys } = find(router, call, { method: request.method.toUpperCase(), path })
  const given = isGraphObject(call.body) ? call.body['request'] : undefined
  const body = isGraphObject(given) ? given['body'] : undefined
  const query = readQuery(new URLSearchParams(search.join('?')))
  const proposal = await catchProposal(call.deps, (deps) =>
    // What the caller read of other rules, or acknowledged, is about the request itself.
    route.handle({ ...call, deps, keys, path, query, body, headers: {} }),
  )
  if (proposal !== undefined)
    requireRulePermissions(
      call,
      proposal.changed.map(({ kind }) => kind),
    )
  return proposal
}

function find(
  known: GraphRouter,
  { version }: GraphCall,
  { method, path }: { readonly method: string; readonly path: string },
) {
  try {
    return known.getRoute(version, method, path)
  } catch (cause) {
    if (!(cause instanceof GraphRefusal)) throw cause
    throw new GraphRefusal('badRequest', `'${method} ${path.slice(0, 100)}' changes no rules.`, { cause })
  }
}
