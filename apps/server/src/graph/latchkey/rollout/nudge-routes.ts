import { rulesOf } from '@latchkey/identity'
import type { Campaign } from '@latchkey/policy'
import type { PeopleNamed } from '@latchkey/rollout'
import { entity } from '../../graph-answer.ts'
import type { GraphRoute } from '../../graph-route.ts'
import { methodsPolicy as permissions } from '../../policies/rule-permissions.ts'

/**
 * How far the registration campaign reaches today, were it on. What it is stands in the authentication methods policy.
 * Ours: Graph has no such thing.
 */
export const nudgeRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/latchkey/rollout/nudge',
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    async handle(call) {
      const { stores } = call.deps
      const { tenantId } = call.tenant
      const tenant = (await stores.tenants.find(tenantId)) ?? call.tenant
      const { campaign } = (await rulesOf(stores, call.deps, tenant)).methods
      const most = campaign.mostSnoozes ?? Number.MAX_SAFE_INTEGER
      const reach = await stores.nudges.countReach(tenantId, toPeopleNamed(campaign), most)
      return entity(call, 'latchkey.nudgeReach', {
        isOn: campaign.state === 'enabled',
        people: reach.people,
        withoutPasskey: reach.withoutPasskey,
        putOff: reach.putOff,
        usedUp: campaign.mostSnoozes === undefined ? null : reach.usedUp,
      })
    },
  },
]

function toPeopleNamed({ targets, excluded }: Campaign): PeopleNamed {
  const asked = targets.filter(({ method }) => method === 'fido2').map(({ people }) => people)
  return {
    everybody: asked.some(({ everybody }) => everybody),
    groups: asked.flatMap(({ groups }) => [...groups]),
    users: asked.flatMap(({ users }) => [...users]),
    without: {
      everybody: excluded.everybody,
      groups: [...excluded.groups],
      users: [...excluded.users],
    },
  }
}
