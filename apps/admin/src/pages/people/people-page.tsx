import { ProblemNotice, useClient, usePageTitle, useTimes } from '@latchkey/front'
import {
  Badge,
  Button,
  buttonClass,
  type Column,
  DataTable,
  EmptyState,
  PageHead,
  SearchField,
  SelectField,
  Skeleton,
} from '@latchkey/ui'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { FileUp, SearchX, UserPlus } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { peopleQuery } from './people-query.ts'
import type { PersonRow } from './person.ts'

const filters = ['all', 'onlyPhishable', 'nothing', 'disabled', 'administrators', 'pass'] as const

/**
 * Everybody, found as one types. What is looked for stands in the address, so that going back finds it again; pages come
 * by cursor, and only what is shown is in the page.
 */
export function PeoplePage() {
  const { people: said, frame } = useSaid()
  usePageTitle(said.title)
  const [search, setSearch] = useSearchParams()
  // The address follows what is typed; it comes too late to be what stands in the field.
  const [text, setText] = useState(search.get('q') ?? '')
  const only = filters.find((each) => each === search.get('only')) ?? 'all'
  const group = search.get('group')
  const asked = useDeferredValue(text.trim())
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...peopleQuery(useClient(), { text: asked, only, group }),
    placeholderData: keepPreviousData,
  })
  const notPermitted = useWhyNot('change people')
  const rows = data?.pages.flatMap(({ value }) => value)

  useEffect(() => {
    // Among many, a page may come back short of what a filter leaves: the next one goes on from there.
    const last = data?.pages.at(-1)
    if (hasNextPage && !isFetchingNextPage && last !== undefined && (rows?.length ?? 0) < 25)
      void fetchNextPage()
  }, [data, hasNextPage, isFetchingNextPage, fetchNextPage, rows?.length])

  const put = (name: string, value: string) =>
    setSearch(
      (now) => {
        if (value === '') now.delete(name)
        else now.set(name, value)
        return now
      },
      { replace: true },
    )

  const type = (typed: string) => {
    setText(typed)
    put('q', typed)
  }

  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          notPermitted === undefined ? (
            <>
              <Link to="/people/import" className={buttonClass()}>
                <FileUp aria-hidden className="size-4" />
                {said.importFile}
              </Link>
              <Link to="/people/new" className={buttonClass('primary')}>
                <UserPlus aria-hidden className="size-4" />
                {said.add}
              </Link>
            </>
          ) : (
            <Button unavailable={notPermitted}>{said.add}</Button>
          )
        }
      />
      <div className="flex flex-wrap items-end gap-4">
        <SearchField label={said.search} value={text} onType={type} />
        <div className="w-full max-w-72">
          <SelectField
            label={said.filter}
            value={only}
            options={filters.map((value) => ({ value, label: said.filters[value] }))}
            onChoose={(chosen) => put('only', chosen === 'all' ? '' : chosen)}
          />
        </div>
      </div>
      {group !== null && <InGroup groupId={group} onLeave={() => put('group', '')} />}
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {rows === undefined && error === null && <Skeleton label={frame.loading} lines={8} />}
      {rows !== undefined &&
        (rows.length === 0 && !hasNextPage ? (
          <EmptyState icon={<SearchX className="size-6" />} title={said.none}>
            {said.noneLead}
          </EmptyState>
        ) : (
          <PeopleTable
            rows={rows}
            more={
              hasNextPage && (
                <Button
                  busy={isFetchingNextPage ? frame.loading : undefined}
                  onClick={() => void fetchNextPage()}
                >
                  {frame.more}
                </Button>
              )
            }
          />
        ))}
    </>
  )
}

function InGroup({ groupId, onLeave }: { readonly groupId: string; onLeave(): void }) {
  const { people: said } = useSaid()
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['groups', 'one', groupId],
    queryFn: ({ signal }) => client.get<{ readonly displayName: string }>(`/groups/${groupId}`, { signal }),
  })
  return (
    <p className="flex flex-wrap items-center gap-3">
      {said.inGroup({ name: data?.displayName ?? '…' })}
      <Button size="small" onClick={onLeave}>
        {said.everyGroup}
      </Button>
    </p>
  )
}

function PeopleTable({
  rows,
  more,
}: {
  readonly rows: readonly PersonRow[]
  readonly more: React.ReactNode
}) {
  const { people: said } = useSaid()
  const { ago } = useTimes()
  const columns: readonly Column<PersonRow>[] = [
    {
      name: 'name',
      label: said.columns.name,
      show: (row) => (
        <div className="min-w-48">
          <Link to={`/people/${row.id}`} className="font-semibold text-accent hover:underline">
            {row.displayName}
          </Link>
          <p className="text-sm text-soft">{row.userPrincipalName}</p>
          {hasState(row) && (
            <p className="mt-1 flex flex-wrap gap-1.5">
              {!row.accountEnabled && <Badge tone="bad">{said.off}</Badge>}
              {row.isForEmergencies && <Badge tone="warn">{said.emergency}</Badge>}
              {row.isAdministrator && <Badge>{said.administrator}</Badge>}
            </p>
          )}
        </div>
      ),
    },
    { name: 'has', label: said.columns.has, show: (row) => <Has row={row} /> },
    {
      name: 'lastSignIn',
      label: said.columns.lastSignIn,
      show: (row) => (
        <span className="whitespace-nowrap text-soft">
          {row.lastSignInDateTime === null ? said.never : ago(row.lastSignInDateTime)}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={said.title}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      foot={more || undefined}
    />
  )
}

const hasState = (row: PersonRow) => !row.accountEnabled || row.isForEmergencies || row.isAdministrator

function Has({ row }: { readonly row: PersonRow }) {
  const { people: said } = useSaid()
  const synced = row.passkeys > 0 && row.deviceBoundPasskeys === 0
  const has = [
    row.passkeys > 0 && `${said.passkeys({ count: row.passkeys })}${synced ? ` (${said.allSynced})` : ''}`,
    row.hasPassword && said.password,
    row.hasCodes && said.codes,
    row.pass !== null && said.pass,
  ].filter((each) => each !== false)
  return has.length === 0 ? (
    <Badge tone="warn">{said.nothing}</Badge>
  ) : (
    <span className="block min-w-36">{has.join(', ')}</span>
  )
}
