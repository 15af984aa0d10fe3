import { getRuleDocuments, IdentityRefusal, type Tenant } from '@latchkey/identity'
import type { Rehearsal, RehearsalAsk } from './rehearsal.ts'
import { rehearseWave } from './rehearse-wave.ts'
import type { Wave } from './wave.ts'
import type { WaveDeps } from './wave-deps.ts'
import { toWavePolicy } from './wave-policy.ts'

/** A wave, and the rules and waves it was looked at with. */
export interface RehearsalQuestion {
  readonly ask: RehearsalAsk
  /** What was found out of other rules than these is not about these. */
  readonly rulesVersion: number
}

/**
 * Put the question of a wave: what would become of its people, if it moved all of them now.
 *
 * @throws IdentityRefusal `wave_policy_unfit` if the policy of an enforcement wave is gone
 */
export async function toRehearsalQuestion(deps: WaveDeps, wave: Wave): Promise<RehearsalQuestion> {
  const { tenantId, kind, groupIds } = wave
  const { documents, version } = await getRuleDocuments(deps.stores, deps, tenantId)
  const { settings } = await getOrganisation(deps, tenantId)
  const { leastStrength, passwordMayAddFirstPasskey } = settings
  const waves = await deps.stores.waves.list(tenantId)
  const ofKind = waves.filter((each) => each.kind === kind)
  const earlier = ofKind.slice(
    0,
    ofKind.findIndex(({ waveId }) => waveId === wave.waveId),
  )
  return {
    rulesVersion: version,
    ask: {
      tenantId,
      kind,
      settings: { leastStrength, passwordMayAddFirstPasskey },
      documents,
      ...toTarget(deps, wave, documents),
      groupIds,
      earlierGroupIds: [...new Set(earlier.flatMap((each) => each.groupIds))],
    },
  }
}

/** Find out what would become of a wave's people, where nobody waits for it. */
export async function findRehearsal(deps: WaveDeps, ask: RehearsalAsk): Promise<Rehearsal> {
  return (await deps.waveMeans?.rehearse(ask)) ?? (await rehearseWave(deps.stores, deps, ask))
}

function toTarget(
  deps: Pick<WaveDeps, 'now'>,
  { target, waveId, name }: Wave,
  documents: RehearsalAsk['documents'],
): Pick<RehearsalAsk, 'policy' | 'groupId'> {
  if (target === undefined) {
    // A registration wave asks nobody for anything: it is played with a policy and a group that exist in the play alone.
    const stamp = { id: waveId, createdDateTime: deps.now().toISOString(), modifiedDateTime: null }
    return { policy: toWavePolicy({ displayName: name, groupId: waveId }, stamp), groupId: waveId }
  }
  const policy = documents.conditionalAccess.find(({ id }) => id === target.policyId)
  if (policy === undefined) throw new IdentityRefusal('wave_policy_unfit', { detail: 'policyMissing' })
  return { policy, groupId: target.groupId }
}

async function getOrganisation({ stores }: WaveDeps, tenantId: string): Promise<Tenant> {
  const tenant = await stores.tenants.find(tenantId)
  if (tenant === undefined) throw new IdentityRefusal('tenant_unknown')
  return tenant
}
