import { type Attribution, getRuleDocuments, IdentityRefusal, mayAct, newId } from '@latchkey/identity'
import { addGroup, changeRules } from '@latchkey/identity/administer'
import type { WaveTarget } from './wave.ts'
import type { WaveDeps } from './wave-deps.ts'
import { findTargetFault, toWavePolicy } from './wave-policy.ts'

/** What the group and the policy are called that are made for waves. An administrator may call them something else. */
const usualName = 'Passkeys required'

/**
 * Get what an enforcement wave works on: what an administrator names, if it does what a wave needs; else what the
 * organisation's other waves work on; else a group and a policy that are made for it. If the process dies between the two,
 * the group is found the next time.
 *
 * A wave moves administrators, too, and whoever planned it among them: into a group that stands for something else already
 * it moves nobody for whoever may not put everybody there by hand.
 *
 * @throws IdentityRefusal `wave_policy_unfit`, `not_permitted`
 */
export async function makeWaveTarget(
  deps: WaveDeps,
  by: Attribution & { readonly tenantId: string },
  named: WaveTarget | undefined,
): Promise<WaveTarget> {
  const { tenantId } = by
  const { documents } = await getRuleDocuments(deps.stores, deps, tenantId)
  if (named !== undefined) {
    await requireReachOfEverybody(deps, by)
    const fault = findTargetFault(documents, named)
    const isThere = (await deps.stores.groups.find(tenantId, named.groupId)) !== undefined
    if (fault === undefined && isThere) return named
    throw new IdentityRefusal('wave_policy_unfit', { detail: fault ?? 'policyAboutOthers' })
  }
  const known = (await deps.stores.waves.list(tenantId)).flatMap(({ target }) => target ?? [])
  const reused = known.find((target) => findTargetFault(documents, target) === undefined)
  return reused ?? (await makeNew(deps, by))
}

async function requireReachOfEverybody(
  { stores }: WaveDeps,
  { tenantId, actor }: Attribution & { readonly tenantId: string },
): Promise<void> {
  if (actor.kind !== 'person') return
  const roles = await stores.roles.listOfPerson(tenantId, actor.userId ?? '')
  const administrator = { oneself: false, roles: ['globalAdministrator'] } as const
  if (!mayAct(roles, 'change groups', administrator)) {
    throw new IdentityRefusal('not_permitted', { detail: 'change groups' })
  }
}

async function makeNew(deps: WaveDeps, by: Attribution & { readonly tenantId: string }): Promise<WaveTarget> {
  const { groupId } = (await findEmptyGroup(deps, by.tenantId)) ?? (await addFreeGroup(deps, by))
  const stamp = { id: newId(deps), createdDateTime: deps.now().toISOString(), modifiedDateTime: null }
  const policy = toWavePolicy({ displayName: usualName, groupId }, stamp)
  await changeRules(deps, by, [{ kind: 'conditionalAccess', id: policy.id, change: () => policy }])
  return { policyId: policy.id, groupId }
}

async function findEmptyGroup({ stores }: WaveDeps, tenantId: string) {
  const group = (await stores.groups.list(tenantId)).find(({ displayName }) => displayName === usualName)
  if (group === undefined) return undefined
  return (await stores.groups.listMembers(tenantId, group.groupId)).length === 0 ? group : undefined
}

async function addFreeGroup(deps: WaveDeps, by: Attribution & { readonly tenantId: string }) {
  const taken = new Set((await deps.stores.groups.list(by.tenantId)).map(({ displayName }) => displayName))
  let displayName = usualName
  for (let number = 2; taken.has(displayName); number++) displayName = `${usualName} ${number}`
  return await addGroup(deps, { ...by, displayName })
}
