import { useClient, usePageTitle, useTimes } from '@latchkey/front'
import { buttonClass, EmptyState, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ChartNoAxesColumn, Download } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { CohortsCard } from './cohorts-card.tsx'
import { DaysCard } from './days-card.tsx'
import { FailuresCard } from './failures-card.tsx'
import { ForecastCard } from './forecast-card.tsx'
import { FunnelCard } from './funnel-card.tsx'
import { LeftCard } from './left-card.tsx'
import type { Numbers } from './numbers.ts'
import { SignInsCard } from './sign-ins-card.tsx'
import { StandingCard } from './standing-card.tsx'

const path = '/latchkey/rollout/numbers'

/** How far the rollout has come, who is left, and what to expect. */
export function OverviewPage() {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const client = useClient()
  const times = useTimes()
  usePageTitle(said.title)
  const [search] = useSearchParams()
  const asked = toQuery(search)
  const { data } = useSuspenseQuery({
    queryKey: ['rollout', 'numbers', asked],
    queryFn: ({ signal }) => client.get<Numbers>(`${path}${asked}`, { signal }),
    refetchInterval: 60_000,
  })
  const hasBegun = data.stages.invited > 0
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead({ time: times.ago(data.countedDateTime) })}
        actions={<ExportLinks asked={asked} />}
      />
      {!hasBegun && (
        <EmptyState icon={<ChartNoAxesColumn className="size-7" />} title={said.none}>
          {said.noneLead}
        </EmptyState>
      )}
      <FunnelCard numbers={data} />
      <StandingCard numbers={data} />
      <LeftCard numbers={data} />
      {hasBegun && <CohortsCard cohorts={data.cohorts} />}
      {hasBegun && <DaysCard days={data.days} />}
      <ForecastCard numbers={data} />
      <SignInsCard numbers={data} />
      <FailuresCard failures={data.failures} />
    </>
  )
}

function ExportLinks({ asked }: { readonly asked: string }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{said.exports}</legend>
      {(['csv', 'json'] as const).map((format) => (
        <a
          key={format}
          href={`/admin/api/v1.0${path}/export?format=${format}${asked.replace('?', '&')}`}
          download
          className={buttonClass('quiet')}
        >
          <Download aria-hidden className="size-4" />
          {said[format]}
        </a>
      ))}
    </fieldset>
  )
}

/** What was asked of the forecast stands in the address of the page. */
function toQuery(search: URLSearchParams): string {
  const asked = new URLSearchParams()
  const deadline = search.get('deadline')
  const calls = search.get('calls')
  if (deadline) asked.set('deadline', `${deadline}T00:00:00Z`)
  if (calls) asked.set('callsPerFailure', calls)
  return asked.size === 0 ? '' : `?${asked}`
}
