import { usePageTitle, useTimes } from '@latchkey/front'
import { Badge, CheckboxField, type Column, SelectField } from '@latchkey/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { FilterBar, PeriodFields, SearchText } from './filter-bar.tsx'
import type { SignInEntry } from './log-entries.ts'
import { LogFrame } from './log-frame.tsx'
import { outcomeTones, useSignInWords } from './sign-in-words.ts'
import { toSignInFilter } from './to-filter.ts'
import { useLog } from './use-log.ts'
import { useSearch } from './use-search.ts'

const rest = ['method', 'model', 'address', 'country', 'code', 'rule', 'app', 'correlation', 'wouldFail']

/** The sign-in log: looked through, followed, exported. */
export function SignInsPage() {
  const { logs } = useSaidIn('records')
  const said = useSignInWords()
  const times = useTimes()
  usePageTitle(logs.signIns.title)
  const searching = useSearch()
  const [isLive, setLive] = useState(false)
  const search = useDeferredValue(searching.search)
  const asked = JSON.stringify(search)
  // As of when the question was put: it stays the same question while somebody looks at the answer.
  const filter = useMemo(() => toSignInFilter(JSON.parse(asked), new Date()), [asked])
  const read = useLog<SignInEntry>('signIns', filter, isLive)
  return (
    <LogFrame
      log="signIns"
      words={logs.signIns}
      read={read}
      filter={filter}
      columns={useColumns()}
      toRow={(entry) => ({
        to: `/sign-ins/${entry.id}`,
        title: said.person(entry),
        about: [times.at(entry.createdDateTime), said.how(entry), said.problem(entry.code)?.title]
          .filter((part) => part !== undefined)
          .join(' · '),
        badge: <Badge tone={outcomeTones[entry.outcome]}>{logs.outcomes[entry.outcome]}</Badge>,
      })}
      isLive={isLive}
      onLive={setLive}
      fields={
        <FilterBar searching={searching} rest={rest} more={<MoreFields searching={searching} />}>
          <SearchText
            name="person"
            label={logs.filter.person}
            hint={logs.filter.personHint}
            searching={searching}
          />
          <Choice name="outcome" label={logs.filter.outcome} labels={logs.outcomes} searching={searching} />
          <PeriodFields {...searching} />
        </FilterBar>
      }
    />
  )
}

type Searching = ReturnType<typeof useSearch>

function MoreFields({ searching }: { readonly searching: Searching }) {
  const { filter: said, methods } = useSaidIn('records').logs
  return (
    <>
      <Choice name="method" label={said.method} labels={methods} searching={searching} />
      <SearchText name="model" label={said.model} hint={said.modelHint} searching={searching} />
      <SearchText name="address" label={said.address} searching={searching} />
      <SearchText name="country" label={said.country} hint={said.countryHint} searching={searching} />
      <SearchText name="code" label={said.code} hint={said.codeHint} searching={searching} />
      <SearchText name="app" label={said.app} hint={said.personHint} searching={searching} />
      <SearchText name="rule" label={said.rule} hint={said.personHint} searching={searching} />
      <SearchText name="correlation" label={said.correlation} searching={searching} />
      <div className="sm:col-span-2">
        <CheckboxField
          label={said.wouldFail}
          checked={searching.search['wouldFail'] !== undefined}
          onCheck={(checked) => searching.set({ wouldFail: checked ? 'yes' : '' })}
        />
      </div>
    </>
  )
}

function Choice({
  name,
  label,
  labels,
  searching: { search, set },
}: {
  readonly name: string
  readonly label: string
  readonly labels: Readonly<Record<string, string>>
  readonly searching: Searching
}) {
  const { any } = useSaidIn('records').logs.filter
  const options = [['', any] as const, ...Object.entries(labels)]
  return (
    <SelectField
      label={label}
      value={search[name] ?? ''}
      options={options.map(([value, text]) => ({ value, label: text }))}
      onChoose={(value) => set({ [name]: value })}
    />
  )
}

function useColumns(): readonly Column<SignInEntry>[] {
  const { columns, outcomes } = useSaidIn('records').logs
  const said = useSignInWords()
  const times = useTimes()
  return [
    {
      name: 'time',
      label: columns.time,
      show: ({ id, createdDateTime }) => (
        <Link to={`/sign-ins/${id}`} className="font-semibold underline underline-offset-4">
          {times.at(createdDateTime)}
        </Link>
      ),
    },
    {
      name: 'person',
      label: columns.person,
      show: (entry) => (
        <>
          {said.person(entry)}
          {entry.userDisplayName !== null && (
            <span className="block text-sm text-soft">{entry.userPrincipalName}</span>
          )}
        </>
      ),
    },
    {
      name: 'outcome',
      label: columns.outcome,
      show: ({ outcome, code }) => (
        <>
          <Badge tone={outcomeTones[outcome]}>{outcomes[outcome]}</Badge>
          {code !== '' && (
            <span className="mt-1 block min-w-40 text-sm text-soft">{said.problem(code)?.title ?? code}</span>
          )}
        </>
      ),
    },
    {
      name: 'how',
      label: columns.how,
      show: (entry) => <span className="block min-w-40">{said.how(entry)}</span>,
    },
    {
      name: 'app',
      label: columns.app,
      show: ({ appDisplayName, appId }) => appDisplayName ?? appId ?? '–',
    },
    {
      name: 'where',
      label: columns.where,
      show: ({ ipAddress, country }) => (
        <span className="whitespace-nowrap">
          {ipAddress}
          {country !== null && <span className="text-soft"> · {country}</span>}
        </span>
      ),
    },
  ]
}
