import type { StepEvent } from '@latchkey/identity'
import { eraseSteps, exportSteps } from '@latchkey/identity/administer'
import { by } from '../../attribution.ts'
import { getUser } from '../../directory/find-user.ts'
import { collection, noContent } from '../../graph-answer.ts'
import type { GraphCall, GraphRoute } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import type { GraphObject } from '../../resource-shape.ts'

const path = '/latchkey/rollout/people/{user}/steps'
const readers = ['User.Read.All', 'User.ReadWrite.All']
const writers = ['User.ReadWrite.All']

/** What is kept of the steps somebody came to: to be given to them, or forgotten. Ours: Graph has no such thing. */
export const personStepsRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path,
    permissions: { delegated: readers, application: readers },
    act: 'read people',
    query: [],
    async handle(call) {
      const events = await exportSteps(call.deps, await targetOf(call))
      return collection(call, 'latchkey/rollout/steps', events.map(toStep))
    },
  },
  {
    method: 'DELETE',
    path,
    permissions: { delegated: writers, application: writers },
    act: 'change people',
    async handle(call) {
      await eraseSteps(call.deps, await targetOf(call))
      return noContent
    },
  },
]

async function targetOf(call: GraphCall) {
  return { ...by(call), userId: (await getUser(call)).userId }
}

function toStep(event: StepEvent): GraphObject {
  return {
    id: event.eventId,
    createdDateTime: toGraphTime(event.at),
    step: event.step,
    device: event.device,
    browser: event.browser ?? null,
    method: event.method ?? null,
    aaGuid: event.aaguid ?? null,
    code: event.code ?? null,
    waveId: event.waveId ?? null,
    mail: event.mailKind ?? null,
    elapsedMilliseconds: event.elapsedMilliseconds ?? null,
    correlationId: event.correlationId ?? null,
  }
}
