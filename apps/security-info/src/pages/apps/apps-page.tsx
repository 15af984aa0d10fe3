import { useClient, usePageTitle } from '@latchkey/front'
import { EmptyState, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { AppWindow, ExternalLink, KeyRound, ShieldX } from 'lucide-react'
import { useSaid } from '../../said.ts'

/** An app that one may use, and what it asks of somebody who signs in. */
interface OwnApp {
  readonly id: string
  readonly displayName: string
  readonly homePageUrl: string
  readonly asks: readonly {
    readonly strength?: 'singleFactor' | 'multiFactor' | 'passwordless' | 'phishingResistant'
    readonly named?: string
  }[]
  readonly also: readonly ('device' | 'terms')[]
  readonly blocked: boolean
}

/** The apps that are open to somebody: where one begins who came without a target. */
export function AppsPage() {
  const { apps: text } = useSaid()
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['apps'],
    queryFn: ({ signal }) => client.get<{ readonly value: readonly OwnApp[] }>('/apps', { signal }),
  })
  usePageTitle(text.title)
  return (
    <div className="flex flex-col gap-6">
      <PageHead title={text.title} lead={text.lead} />
      {data.value.length === 0 ? (
        <EmptyState icon={<AppWindow aria-hidden className="size-7" />} title={text.none}>
          {text.noneLead}
        </EmptyState>
      ) : (
        <ul aria-label={text.list} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {data.value.map((app) => (
            <AppTile key={app.id} app={app} />
          ))}
        </ul>
      )}
    </div>
  )
}

function AppTile({ app }: { readonly app: OwnApp }) {
  const { apps: text } = useSaid()
  const also: Readonly<Record<OwnApp['also'][number], string>> = { device: text.device, terms: text.terms }
  const asks = [
    ...app.asks.map(({ strength, named = '' }) =>
      strength === undefined ? text.named({ name: named }) : text.asks[strength],
    ),
    ...app.also.map((each) => also[each]),
  ]
  return (
    <li className="relative flex flex-col gap-3 rounded-2xl border border-line bg-paper p-5 shadow-card focus-within:ring-2 focus-within:ring-accent hover:bg-hover">
      <div className="flex items-center gap-3">
        <span
          aria-hidden
          className="grid size-11 flex-none place-items-center rounded-xl bg-hover text-lg font-bold text-accent"
        >
          {[...app.displayName][0]?.toUpperCase()}
        </span>
        <a
          href={app.homePageUrl}
          rel="noreferrer"
          aria-label={text.open({ app: app.displayName })}
          className="min-w-0 flex-1 font-semibold break-words outline-none after:absolute after:inset-0 after:rounded-2xl"
        >
          {app.displayName}
        </a>
        <ExternalLink aria-hidden className="size-4 flex-none text-soft" />
      </div>
      <p className="flex gap-2 text-sm text-soft">
        {app.blocked ? (
          <>
            <ShieldX aria-hidden className="mt-0.5 size-4 flex-none text-bad" />
            {text.blocked}
          </>
        ) : (
          <>
            <KeyRound aria-hidden className="mt-0.5 size-4 flex-none" />
            {asks.join('; ')}
          </>
        )}
      </p>
    </li>
  )
}
