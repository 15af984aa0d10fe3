import { usePageTitle, useTimes } from '@latchkey/front'
import type { Column } from '@latchkey/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { useAuditWords } from './audit-words.ts'
import { FilterBar, PeriodFields, SearchText } from './filter-bar.tsx'
import type { AuditEntry } from './log-entries.ts'
import { LogFrame } from './log-frame.tsx'
import { toAuditFilter } from './to-filter.ts'
import { useLog } from './use-log.ts'
import { useSearch } from './use-search.ts'

/** The audit log: looked through, followed, exported. */
export function AuditsPage() {
  const { logs } = useSaidIn('records')
  const words = useAuditWords()
  const times = useTimes()
  usePageTitle(logs.audits.title)
  const searching = useSearch()
  const [isLive, setLive] = useState(false)
  const asked = JSON.stringify(useDeferredValue(searching.search))
  const filter = useMemo(() => toAuditFilter({ period: 'month', ...JSON.parse(asked) }, new Date()), [asked])
  const read = useLog<AuditEntry>('audit', filter, isLive)
  const said = logs.filter
  return (
    <LogFrame
      log="audit"
      words={logs.audits}
      read={read}
      filter={filter}
      columns={useColumns()}
      toRow={(entry) => ({
        to: `/audits/${entry.id}`,
        title: words.activity(entry),
        about: [times.at(entry.createdDateTime), words.target(entry), words.who(entry)].join(' · '),
      })}
      isLive={isLive}
      onLive={setLive}
      fields={
        <FilterBar
          searching={searching}
          rest={['address', 'correlation']}
          more={
            <>
              <SearchText name="address" label={said.address} searching={searching} />
              <SearchText name="correlation" label={said.correlation} searching={searching} />
            </>
          }
        >
          <SearchText name="person" label={logs.columns.who} hint={said.personHint} searching={searching} />
          <SearchText name="activity" label={said.activity} hint={said.activityHint} searching={searching} />
          <SearchText name="target" label={said.target} hint={said.personHint} searching={searching} />
          <PeriodFields {...searching} usual="month" />
        </FilterBar>
      }
    />
  )
}

function useColumns(): readonly Column<AuditEntry>[] {
  const { columns } = useSaidIn('records').logs
  const said = useAuditWords()
  const times = useTimes()
  return [
    {
      name: 'time',
      label: columns.time,
      show: ({ id, createdDateTime }) => (
        <Link to={`/audits/${id}`} className="font-semibold whitespace-nowrap underline underline-offset-4">
          {times.at(createdDateTime)}
        </Link>
      ),
    },
    { name: 'what', label: columns.what, show: (entry) => said.activity(entry) },
    { name: 'whom', label: columns.whom, show: (entry) => said.target(entry) },
    { name: 'who', label: columns.who, show: (entry) => said.who(entry) },
    { name: 'where', label: columns.where, show: ({ ipAddress }) => ipAddress ?? '' },
  ]
}
