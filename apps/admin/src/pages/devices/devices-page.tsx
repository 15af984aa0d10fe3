import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle } from '@latchkey/front'
import { Badge, Button, EmptyState, List, ListRow, PageHead } from '@latchkey/ui'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Laptop } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { Question } from '../people/question.tsx'

interface DeviceRow {
  readonly id: string
  readonly displayName: string
  readonly accountEnabled: boolean
  readonly operatingSystem: string
  readonly operatingSystemVersion: string
  readonly isCompliant: boolean | null
}

/** Every device, and what is said of it. */
export function DevicesPage() {
  const { devices: said, frame } = useSaid()
  usePageTitle(said.title)
  const client = useClient()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery({
    queryKey: ['devices'],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<DeviceRow>>('/devices?$top=100', { signal })
        : client.next<Page<DeviceRow>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  const [removing, setRemoving] = useState<DeviceRow>()
  const change = useChange({
    does: ({ id, ...body }: Pick<DeviceRow, 'id'> & Partial<DeviceRow>) =>
      client.send('PATCH', `/devices/${id}`, { body }),
    refresh: [['devices']],
    done: frame.saved,
  })
  const notPermitted = useWhyNot('change devices')
  const rows = data.pages.flatMap(({ value }) => value)
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      {change.problem && <ProblemNotice problem={change.problem} />}
      {rows.length === 0 ? (
        <EmptyState icon={<Laptop className="size-6" />} title={said.none}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <List label={said.title}>
          {rows.map((device) => (
            <ListRow
              key={device.id}
              icon={<Laptop className="size-5" />}
              title={device.displayName}
              about={`${device.operatingSystem} ${device.operatingSystemVersion}`}
              badges={<DeviceBadges device={device} />}
              actions={
                <>
                  <Button
                    size="small"
                    unavailable={notPermitted}
                    aria-label={`${device.accountEnabled ? said.switchOff : said.switchOn}: ${device.displayName}`}
                    onClick={() => change.run({ id: device.id, accountEnabled: !device.accountEnabled })}
                  >
                    {device.accountEnabled ? said.switchOff : said.switchOn}
                  </Button>
                  <Button
                    size="small"
                    unavailable={notPermitted}
                    aria-label={`${device.isCompliant ? said.markNotCompliant : said.markCompliant}: ${device.displayName}`}
                    onClick={() => change.run({ id: device.id, isCompliant: device.isCompliant !== true })}
                  >
                    {device.isCompliant ? said.markNotCompliant : said.markCompliant}
                  </Button>
                  <Button
                    size="small"
                    look="danger"
                    unavailable={notPermitted}
                    aria-label={`${said.remove}: ${device.displayName}`}
                    onClick={() => setRemoving(device)}
                  >
                    {said.remove}
                  </Button>
                </>
              }
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
      {removing && <Removal device={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

function DeviceBadges({ device: { accountEnabled, isCompliant } }: { readonly device: DeviceRow }) {
  const { devices: said } = useSaid()
  return (
    <>
      <Badge tone={accountEnabled ? 'good' : 'bad'}>{accountEnabled ? said.on : said.off}</Badge>
      {isCompliant === null ? (
        <Badge>{said.unknown}</Badge>
      ) : (
        <Badge tone={isCompliant ? 'good' : 'warn'}>{isCompliant ? said.compliant : said.notCompliant}</Badge>
      )}
    </>
  )
}

function Removal({ device, onClose }: { readonly device: DeviceRow; onClose(): void }) {
  const { devices: said, frame } = useSaid()
  const client = useClient()
  const change = useChange({
    does: () => client.send('DELETE', `/devices/${device.id}`),
    refresh: [['devices']],
    done: frame.saved,
    after: onClose,
  })
  return (
    <Question
      title={said.removeTitle({ name: device.displayName })}
      lead={said.removeLead}
      yes={said.remove}
      change={change}
      onClose={onClose}
    />
  )
}
