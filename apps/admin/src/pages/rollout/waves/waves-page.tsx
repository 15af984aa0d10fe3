import { useClient, usePageTitle } from '@latchkey/front'
import { Button, EmptyState, PageHead, Skeleton } from '@latchkey/ui'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { CalendarDays, Plus } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { CoverageCard } from './coverage-card.tsx'
import { ProposalModal } from './proposal-modal.tsx'
import { Timeline } from './timeline.tsx'
import { type WaveCoverage, wavesKey, wavesQuery } from './wave.ts'
import { WaveForm } from './wave-form.tsx'

/** Whose turn it is when: the waves by date, who has a turn, and the way to plan more. */
export function WavesPage() {
  const { waves: said } = useSaidIn('rollout')
  usePageTitle(said.title)
  const client = useClient()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(wavesQuery(client))
  const coverage = useQuery({
    queryKey: [...wavesKey, 'coverage'],
    queryFn: ({ signal }) =>
      client.get<WaveCoverage>('/latchkey/rollout/waveCoverage?kind=registration', { signal }),
  })
  const enforced = useQuery({
    queryKey: [...wavesKey, 'coverage', 'enforcement'],
    queryFn: ({ signal }) =>
      client.get<WaveCoverage>('/latchkey/rollout/waveCoverage?kind=enforcement', { signal }),
    enabled: data.value.some(({ kind }) => kind === 'enforcement'),
  })
  const [asked, setAsked] = useState<'plan' | 'propose'>()
  const unavailable = useWhyNot('change the methods policy')
  const actions = (
    <>
      <Button unavailable={unavailable} onClick={() => setAsked('propose')}>
        {said.propose}
      </Button>
      <Button
        look="primary"
        icon={<Plus aria-hidden className="size-4" />}
        unavailable={unavailable}
        onClick={() => setAsked('plan')}
      >
        {said.plan}
      </Button>
    </>
  )
  const close = () => setAsked(undefined)
  const sizes = [...(coverage.data?.inWave ?? []), ...(enforced.data?.inWave ?? [])]
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={data.value.length > 0 && actions} />
      {data.value.length === 0 ? (
        <EmptyState
          icon={<CalendarDays className="size-7" />}
          title={said.none}
          action={<div className="flex flex-wrap justify-center gap-2">{actions}</div>}
        >
          {said.noneLead}
        </EmptyState>
      ) : (
        <Timeline waves={data.value} sizes={new Map(sizes.map(({ id, people }) => [id, people]))} />
      )}
      {coverage.data === undefined ? (
        coverage.isLoading && <Skeleton label={said.coverage.title} lines={4} />
      ) : (
        <CoverageCard coverage={coverage.data} />
      )}
      {asked === 'plan' && (
        <WaveForm groups={[]} onClose={close} onSaved={({ id }) => navigate(`/rollout/waves/${id}`)} />
      )}
      {asked === 'propose' && <ProposalModal onClose={close} />}
    </>
  )
}
