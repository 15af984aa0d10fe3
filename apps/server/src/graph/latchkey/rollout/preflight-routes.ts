import { beginPreflight, getPreflight, type Preflight } from '@latchkey/rollout'
import { z } from 'zod'
import { by } from '../../attribution.ts'
import { entity } from '../../graph-answer.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import { methodsPolicy as permissions } from '../../policies/rule-permissions.ts'
import { readGraphBody } from '../../read-graph-body.ts'
import type { GraphObject } from '../../resource-shape.ts'
import { mayReadNames, type Named, toName } from './names-of.ts'

const place = '/latchkey/rollout/preflight'

const Begin = z.strictObject({ userId: z.string().max(100) })

/** The path that is walked before it is announced, by rules and by a test person. Ours: Graph has no such thing. */
export const preflightRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read people',
    query: [],
    handle: showPreflight,
  },
  {
    method: 'POST',
    path: place,
    permissions: permissions.write,
    act: 'change the methods policy',
    /** `{ userId }`: from now on, with this person. */
    async handle(call) {
      const { userId } = readGraphBody(Begin, call.body)
      await beginPreflight(call.deps, { ...by(call), userId })
      return await showPreflight(call)
    },
  },
]

async function showPreflight(call: GraphCall): Promise<GraphAnswer> {
  const preflight = await getPreflight(call.deps, call.tenant.tenantId)
  return entity(
    call,
    'latchkey.preflight',
    toResource(preflight, mayReadNames(call) ? preflight.person : undefined),
  )
}

function toResource({ state, record, person, walk, lived, changedAt }: Preflight, named: Named): GraphObject {
  const time = (at: Date | undefined) => (at === undefined ? null : toGraphTime(at))
  return {
    state,
    person: person ? toName(person.userId, named) : null,
    beganDateTime: time(record?.beganAt),
    steps: walk?.steps ?? [],
    findings: (walk?.findings ?? []).map(({ step, because, ...finding }) => ({
      step: step ?? null,
      because: because ?? null,
      ...finding,
    })),
    passUsedDateTime: time(lived.passUsedAt),
    passkeyCreatedDateTime: time(lived.createdAt),
    signedInDateTime: time(lived.signedInAt),
    rulesChangedDateTime: time(changedAt),
  }
}
