import { useClient, usePageTitle, useTimes } from '@latchkey/front'
import { Card, Facts, PageHead } from '@latchkey/ui'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { getEvery } from '../../../get-every.ts'
import { useSaid, useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import type { Named } from '../../access/rules.ts'
import type { GroupRow } from '../../groups/group.ts'
import { BackLink } from '../../people/back-link.tsx'
import { PeopleCard } from './people-card.tsx'
import { RehearsalCard } from './rehearsal-card.tsx'
import { type Wave, wavesKey, wavesPath } from './wave.ts'
import { WaveActions } from './wave-actions.tsx'
import { WaveForm } from './wave-form.tsx'
import { HeldNotice, WaveState } from './wave-state.tsx'

/** One wave: its plan, its rehearsal, what became of its people, and what can be done with it. */
export function WavePage() {
  const { waveId = '' } = useParams()
  const { waves: said } = useSaidIn('rollout')
  const client = useClient()
  const [editing, setEditing] = useState(false)
  const { data: wave } = useSuspenseQuery({
    queryKey: [...wavesKey, 'one', waveId],
    queryFn: ({ signal }) => client.get<Wave>(`${wavesPath}/${waveId}`, { signal }),
  })
  usePageTitle(wave.displayName)
  const groups = useGroups(wave)
  const unavailable = useWaveWhyNot(wave)
  return (
    <>
      <BackLink to="/rollout/waves">{said.one.back}</BackLink>
      <PageHead title={wave.displayName} lead={said.kinds[wave.kind]} actions={<WaveState wave={wave} />} />
      <HeldNotice wave={wave} />
      <Card title={said.one.facts}>
        <div className="flex flex-col gap-5">
          <WaveFacts wave={wave} groups={groups} />
          <WaveActions wave={wave} unavailable={unavailable} onEdit={() => setEditing(true)} />
        </div>
      </Card>
      <RehearsalCard wave={wave} />
      {wave.kind === 'enforcement' && wave.startedDateTime !== null && (
        <PeopleCard wave={wave} unavailable={unavailable} />
      )}
      {editing && (
        <WaveForm
          wave={wave}
          groups={groups}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </>
  )
}

/** An enforcement wave does what takes two more rights. */
function useWaveWhyNot(wave: Wave): string | undefined {
  const methods = useWhyNot('change the methods policy')
  const access = useWhyNot('change conditional access')
  const groups = useWhyNot('change groups')
  return wave.kind === 'registration' ? methods : (access ?? groups)
}

/** The groups of a wave, by name as far as they are there. */
function useGroups(wave: Wave) {
  const client = useClient()
  const { data = [] } = useQuery({
    queryKey: ['groups', 'list'],
    queryFn: ({ signal }) => getEvery<GroupRow>(client, '/groups?$top=999&$orderby=displayName', { signal }),
  })
  const names = new Map(data.map(({ id, displayName }) => [id, displayName]))
  return wave.groupIds.map((id) => ({ id, name: names.get(id) ?? id }))
}

/** The name of the policy that a wave works on. Whoever may not read policies sees what it is. */
function usePolicyName(policyId: string | null): string {
  const client = useClient()
  const { places } = useSaid().shell
  const { data } = useQuery({
    queryKey: ['access', 'name', policyId],
    enabled: policyId !== null,
    queryFn: ({ signal }) =>
      client.get<Named>(`/identity/conditionalAccess/policies/${policyId}`, { signal }),
  })
  return data?.displayName ?? places.access
}

function WaveFacts({ wave, groups }: { readonly wave: Wave; readonly groups: ReturnType<typeof useGroups> }) {
  const { waves } = useSaidIn('rollout')
  const { one: said } = waves
  const times = useTimes()
  const policyName = usePolicyName(wave.policyId)
  const when = waves.dates({ from: times.day(wave.startDateTime), until: times.day(wave.endDateTime) })
  const { checkedDateTime, policyId } = wave
  return (
    <Facts
      items={[
        [said.when, when],
        [
          said.groups,
          groups.map(({ id, name }) => (
            <Link key={id} to={`/groups/${id}`} className="mr-3 text-accent hover:underline">
              {name}
            </Link>
          )),
        ],
        ...(policyId === null
          ? []
          : [
              [
                said.policy,
                <Link key="policy" to={`/access/${policyId}`} className="text-accent hover:underline">
                  {policyName}
                </Link>,
              ] as const,
            ]),
        ...(checkedDateTime === null ? [] : [[said.checked, times.at(checkedDateTime)] as const]),
      ]}
    />
  )
}
