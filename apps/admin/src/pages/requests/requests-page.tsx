import { useClient, usePageTitle, useTimes } from '@latchkey/front'
import {
  Badge,
  Button,
  buttonClass,
  EmptyState,
  List,
  ListRow,
  PageHead,
  Skeleton,
  TabSet,
} from '@latchkey/ui'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Inbox, UserRound } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { type PassRequest, readRequests, requestsKey } from './pass-request.ts'
import { SettingsButton } from './settings-modal.tsx'
import { StateBadge } from './state-badge.tsx'

/** The queue of the help desk: people who cannot sign in asked for a pass. */
export function RequestsPage() {
  const { requests: text, frame } = useSaid()
  const [shown, setShown] = useState('open')
  usePageTitle(text.title)
  const tab = (name: 'open' | 'all', label: string) => ({
    name,
    label,
    content: (
      <Suspense fallback={<Skeleton label={frame.loading} lines={5} />}>
        <Queue which={name} />
      </Suspense>
    ),
  })
  return (
    <div className="flex flex-col gap-6">
      <PageHead title={text.title} lead={text.lead} actions={<SettingsButton />} />
      <TabSet
        label={text.label}
        shown={shown}
        onShow={setShown}
        tabs={[tab('open', text.waiting), tab('all', text.everything)]}
      />
    </div>
  )
}

function Queue({ which }: { readonly which: 'open' | 'all' }) {
  const { requests: text, frame, common } = useSaid()
  const client = useClient()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery({
    queryKey: [...requestsKey, 'list', which],
    queryFn: ({ pageParam, signal }) => readRequests(client, which, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
    // Somebody waits: what is shown is never older than half a minute.
    refetchInterval: 30_000,
  })
  const requests = data.pages.flatMap(({ value }) => value)
  if (requests.length === 0) {
    return (
      <EmptyState icon={<Inbox aria-hidden className="size-7" />} title={text.none}>
        {text.noneLead}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <List label={text.list}>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </List>
      {hasNextPage && (
        <Button busy={isFetchingNextPage ? common.working : undefined} onClick={() => void fetchNextPage()}>
          {frame.more}
        </Button>
      )}
    </div>
  )
}

function RequestRow({ request }: { readonly request: PassRequest }) {
  const { requests: text } = useSaid()
  const times = useTimes()
  const name = request.user.displayName ?? text.someone
  const isOpen = request.state === 'open'
  const label = isOpen ? text.decide : text.request.card
  return (
    <ListRow
      icon={<UserRound aria-hidden className="size-5" />}
      title={name}
      about={
        <>
          <span className="block break-words">“{request.reason}”</span>
          <span className="block">
            {request.user.userPrincipalName} · {text.asked({ time: times.ago(request.createdDateTime) })}
          </span>
        </>
      }
      badges={
        <>
          {isOpen && request.firstApproval !== null && <Badge>{text.oneOfTwo}</Badge>}
          <StateBadge state={request.state} />
        </>
      }
      actions={
        <Link
          to={`/requests/${request.id}`}
          className={buttonClass('quiet', 'small')}
          aria-label={`${label}: ${name}`}
        >
          {label}
        </Link>
      }
    />
  )
}
