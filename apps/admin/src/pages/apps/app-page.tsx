import { useClient, usePageTitle } from '@latchkey/front'
import { Badge, PageHead, TabSet } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaidIn } from '../../said.ts'
import { type App, appsPath, keepsSecrets } from './app.ts'
import { AssignmentsCard } from './assignments-card.tsx'
import { ClaimsCards } from './claims-cards.tsx'
import { OverviewCards } from './overview-cards.tsx'
import { SecretsCard } from './secrets-card.tsx'
import { TryOutCard } from './try-out-card.tsx'

/** One app: what it is, who may use it, its secrets, what it is told, and a test. */
export function AppPage() {
  const { appId = '' } = useParams()
  const { apps: said } = useSaidIn('organisation')
  const client = useClient()
  const [search, setSearch] = useSearchParams()
  const { data: app } = useSuspenseQuery({
    queryKey: ['apps', appId],
    queryFn: ({ signal }) => client.get<App>(`${appsPath}/${appId}`, { signal }),
  })
  usePageTitle(app.displayName)
  const { tabs } = said
  const signsPeopleIn = app.kind !== 'daemon'
  return (
    <>
      <BackLink to="/apps">{said.title}</BackLink>
      <PageHead
        title={app.displayName}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            {said.kinds[app.kind].name}
            {app.builtIn && <Badge>{said.builtIn}</Badge>}
            {!app.enabled && <Badge tone="warn">{said.off}</Badge>}
          </span>
        }
      />
      <TabSet
        label={tabs.label}
        shown={search.get('tab') ?? 'overview'}
        onShow={(tab) => setSearch(tab === 'overview' ? {} : { tab }, { replace: true })}
        tabs={[
          { name: 'overview', label: tabs.overview, content: <OverviewCards key={app.id} app={app} /> },
          ...(signsPeopleIn
            ? [{ name: 'people', label: tabs.people, content: <AssignmentsCard app={app} /> }]
            : []),
          ...(app.builtIn || !keepsSecrets(app)
            ? []
            : [{ name: 'secrets', label: tabs.secrets, content: <SecretsCard app={app} /> }]),
          ...(app.builtIn
            ? []
            : [{ name: 'claims', label: tabs.claims, content: <ClaimsCards app={app} /> }]),
          ...(signsPeopleIn ? [{ name: 'test', label: tabs.tryOut, content: <TryOutCard app={app} /> }] : []),
        ]}
      />
    </>
  )
}
