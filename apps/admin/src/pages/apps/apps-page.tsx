import { useClient, usePageTitle } from '@latchkey/front'
import { Badge, buttonClass, type Column, DataTable, EmptyState, PageHead, SearchField } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { AppWindow, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { getEvery } from '../../get-every.ts'
import { useSaidIn } from '../../said.ts'
import { appsPath, type ListedApp, secretState } from './app.ts'

/** Everything that people sign in to. */
export function AppsPage() {
  const { apps: said } = useSaidIn('organisation')
  usePageTitle(said.title)
  const client = useClient()
  const columns = useColumns()
  const [text, setText] = useState('')
  const { data } = useSuspenseQuery({
    queryKey: ['apps'],
    queryFn: ({ signal }) => getEvery<ListedApp>(client, `${appsPath}?$top=999`, { signal }),
  })
  const found = data.filter(({ displayName, id }) =>
    `${displayName} ${id}`.toLowerCase().includes(text.trim().toLowerCase()),
  )
  const register = (
    <Link to="/apps/register" className={buttonClass('primary')}>
      <Plus aria-hidden className="size-5" />
      {said.register}
    </Link>
  )
  const hasOwn = data.some(({ builtIn }) => !builtIn)
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={hasOwn && register} />
      {!hasOwn && (
        <EmptyState icon={<AppWindow className="size-7" />} title={said.none} action={register}>
          {said.noneLead}
        </EmptyState>
      )}
      {data.length > 5 && <SearchField label={said.search} value={text} onType={setText} />}
      {found.length === 0 ? (
        <p role="status">{said.noneFound}</p>
      ) : (
        <DataTable caption={said.list} columns={columns} rows={found} keyOf={({ id }) => id} />
      )}
    </>
  )
}

function useColumns(): readonly Column<ListedApp>[] {
  const { apps: said, settings } = useSaidIn('organisation')
  const { columns } = said
  return [
    {
      name: 'name',
      label: columns.name,
      show: ({ id, displayName }) => (
        <Link to={`/apps/${id}`} className="font-semibold underline-offset-4 hover:underline">
          {displayName}
        </Link>
      ),
    },
    { name: 'kind', label: columns.kind, show: ({ kind }) => <Line>{said.kinds[kind].name}</Line> },
    {
      name: 'who',
      label: columns.who,
      show: ({ assignmentRequired }) => <Line>{assignmentRequired ? said.assigned : said.everybody}</Line>,
    },
    {
      name: 'needs',
      label: columns.needs,
      show: ({ leastStrength }) => (
        <Line>
          {leastStrength === null ? said.asOrganisation : settings.signIn.strengths[leastStrength].name}
        </Line>
      ),
    },
    {
      name: 'state',
      label: columns.state,
      show: (app) => {
        const secrets = secretState(app)
        return (
          <span className="flex gap-2">
            {app.builtIn && <Badge>{said.builtIn}</Badge>}
            <Badge tone={app.enabled ? 'good' : 'plain'}>{app.enabled ? said.on : said.off}</Badge>
            {secrets === 'soon' && <Badge tone="warn">{said.secretEnds}</Badge>}
            {secrets === 'ended' && <Badge tone="bad">{said.secretEnded}</Badge>}
          </span>
        )
      },
    },
  ]
}

/** A few words that stand in one line. */
function Line({ children }: { readonly children: string }) {
  return <span className="whitespace-nowrap">{children}</span>
}
