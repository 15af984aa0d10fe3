import { useClient, usePageTitle, useTimes } from '@latchkey/front'
import { DataTable, EmptyState, PageHead, SelectField } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { BackLink } from '../../../back-link.tsx'
import { getEvery } from '../../../get-every.ts'
import { useSaidIn } from '../../../said.ts'
import { leftReasons, type PersonLeft } from './numbers.ts'
import { useFigures } from './use-figures.ts'

/** The people who are left, by name. */
export function LeftPage() {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const client = useClient()
  const times = useTimes()
  const figures = useFigures()
  usePageTitle(said.leftPageTitle)
  const [search, setSearch] = useSearchParams()
  const reason = search.get('reason') ?? ''
  const code = search.get('code') ?? ''
  const asked = new URLSearchParams({ $top: '999', ...(reason && { reason }), ...(code && { code }) })
  const { data: people } = useSuspenseQuery({
    queryKey: ['rollout', 'left', reason, code],
    queryFn: ({ signal }) => getEvery<PersonLeft>(client, `/latchkey/rollout/left?${asked}`, { signal }),
  })
  return (
    <>
      <BackLink to="/rollout">{said.back}</BackLink>
      <PageHead title={said.leftPageTitle} lead={said.leftLead} />
      <div className="max-w-md">
        <SelectField
          label={said.reason}
          value={leftReasons.find((each) => each === reason) ?? ''}
          options={[
            { value: '' as const, label: said.everyReason },
            ...leftReasons.map((each) => ({ value: each, label: said.reasons[each] })),
          ]}
          onChoose={(value) => setSearch(value === '' ? {} : { reason: value }, { replace: true })}
        />
      </div>
      {people.length === 0 ? (
        <EmptyState icon={<CircleCheck className="size-7" />} title={said.leftNone}>
          {said.leftNoneLead}
        </EmptyState>
      ) : (
        <DataTable<PersonLeft>
          caption={said.leftPageTitle}
          rows={people}
          keyOf={({ id }) => id}
          columns={[
            {
              name: 'name',
              label: said.name,
              show: ({ id, displayName, userPrincipalName }) => (
                <Link to={`/people/${id}`} className="font-semibold underline">
                  {displayName}
                  <span className="block text-sm font-normal text-soft">{userPrincipalName}</span>
                </Link>
              ),
            },
            { name: 'reason', label: said.reason, show: (person) => figures.reason(person) },
            { name: 'device', label: said.device, show: ({ device }) => figures.device(device) },
            {
              name: 'last',
              label: said.lastStep,
              show: ({ lastStep, lastStepDateTime }) =>
                lastStep === null || lastStepDateTime === null
                  ? said.never
                  : `${figures.step(lastStep)} · ${times.ago(lastStepDateTime)}`,
            },
          ]}
        />
      )}
    </>
  )
}
