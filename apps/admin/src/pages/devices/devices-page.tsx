import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle } from '@latchkey/front'
import { Button, EmptyState, List, PageHead } from '@latchkey/ui'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Laptop } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { Question } from '../people/question.tsx'
import { type Device, type DeviceChange, DeviceRow } from './device-row.tsx'
import { VersionsButton } from './versions-modal.tsx'

/** Every device, and what is said of it. */
export function DevicesPage() {
  const { devices: said, frame } = useSaid()
  usePageTitle(said.title)
  const client = useClient()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery({
    queryKey: ['devices'],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<Device>>('/devices?$top=100', { signal })
        : client.next<Page<Device>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  const [asked, setAsked] = useState<{ readonly question: 'off' | 'remove'; readonly device: Device }>()
  const change = useChange({
    does: ({ id, ...body }: DeviceChange) => client.send('PATCH', `/devices/${id}`, { body }),
    refresh: [['devices']],
    done: frame.saved,
  })
  const rows = data.pages.flatMap(({ value }) => value)
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={<VersionsButton />} />
      {change.problem && <ProblemNotice problem={change.problem} />}
      {rows.length === 0 ? (
        <EmptyState icon={<Laptop className="size-6" />} title={said.none}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <List label={said.title}>
          {rows.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              change={change}
              onAsk={(question) => setAsked({ question, device })}
            />
          ))}
        </List>
      )}
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage ? frame.loading : undefined} onClick={() => void fetchNextPage()}>
            {frame.more}
          </Button>
        </div>
      )}
      {asked && <Asked {...asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function Asked({
  question,
  device,
  onClose,
}: {
  readonly question: 'off' | 'remove'
  readonly device: Device
  onClose(): void
}) {
  const { devices: said, frame } = useSaid()
  const client = useClient()
  const path = `/devices/${device.id}`
  const change = useChange({
    does: () =>
      question === 'remove'
        ? client.send('DELETE', path)
        : client.send('PATCH', path, { body: { accountEnabled: false } }),
    refresh: [['devices']],
    done: frame.saved,
    after: onClose,
  })
  const { displayName: name } = device
  return (
    <Question
      title={question === 'remove' ? said.removeTitle({ name }) : said.offTitle({ name })}
      lead={question === 'remove' ? said.removeLead : said.offLead}
      yes={question === 'remove' ? said.remove : said.switchOff}
      change={change}
      onClose={onClose}
    />
  )
}
