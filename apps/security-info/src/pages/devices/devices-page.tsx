import type { DeviceOfPerson } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle, useTimes } from '@latchkey/front'
import { Badge, Button, EmptyState, List, ListRow, Modal, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Laptop, Puzzle, Smartphone } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useSaid } from '../../said.ts'
import { Links, linksKey } from './links.tsx'

const devicesKey = ['devices']
const icons = { extension: Puzzle, phoneApp: Smartphone, agent: Laptop } as const

/** Where an authenticator of ours is registered for somebody, and the way to take each away. */
export function DevicesPage() {
  const { devices: text } = useSaid()
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: devicesKey,
    queryFn: ({ signal }) =>
      client.get<{ readonly value: readonly DeviceOfPerson[] }>('/devices', { signal }),
  })
  usePageTitle(text.title)
  const [search, setSearch] = useSearchParams()
  // In the address: whoever has to prove themselves on another page comes back to this question.
  const asked = data.value.find(({ id }) => id === search.get('remove'))
  const ask = (id?: string) => setSearch(id === undefined ? {} : { remove: id }, { replace: true })
  return (
    <div className="flex flex-col gap-6">
      <PageHead title={text.title} lead={text.lead} />
      {data.value.length === 0 ? (
        <EmptyState icon={<Laptop className="size-6" />} title={text.none}>
          {text.noneLead}
        </EmptyState>
      ) : (
        <List label={text.list}>
          {data.value.map((device) => (
            <DeviceRow key={device.id} device={device} onRemove={() => ask(device.id)} />
          ))}
        </List>
      )}
      <Links />
      {asked !== undefined && !asked.last && <Removal device={asked} onClose={() => ask()} />}
    </div>
  )
}

function DeviceRow({ device, onRemove }: { readonly device: DeviceOfPerson; onRemove(): void }) {
  const { devices: text } = useSaid()
  const times = useTimes()
  const Icon = icons[device.surface]
  return (
    <ListRow
      icon={<Icon aria-hidden className="size-5" />}
      title={device.name}
      about={
        <>
          <span className="block">
            {text.surface[device.surface]} · {device.operatingSystem}
          </span>
          <span className="block">
            {text.seen({ time: times.ago(device.lastSeenAt) })} ·{' '}
            {text.registered({ time: times.at(device.registeredAt) })}
          </span>
          <span className="block">{text.passkeys({ count: device.passkeys })}</span>
        </>
      }
      badges={
        <>
          {device.state === 'expired' && <Badge tone="warn">{text.expired}</Badge>}
          {device.state === 'revoked' && <Badge tone="bad">{text.revoked}</Badge>}
          {device.tooOld && <Badge tone="warn">{text.tooOld}</Badge>}
        </>
      }
      actions={
        <Button
          size="small"
          unavailable={device.last ? text.last : undefined}
          aria-label={text.removeNamed({ name: device.name })}
          onClick={onRemove}
        >
          {text.remove}
        </Button>
      }
    />
  )
}

function Removal({ device, onClose }: { readonly device: DeviceOfPerson; onClose(): void }) {
  const { devices: text, frame, common } = useSaid()
  const client = useClient()
  const change = useChange({
    does: async () => {
      await client.send('DELETE', `/devices/${device.id}`)
      onClose()
    },
    refresh: [devicesKey, linksKey, ['methods']],
    done: text.removed,
  })
  return (
    <Modal
      open
      title={text.removeTitle({ name: device.name })}
      lead={
        device.unlinks === 0
          ? text.removeLead
          : `${text.removeLead} ${text.removeUnlinks({ count: device.unlinks })}`
      }
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button look="danger" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {text.remove}
          </Button>
        </>
      }
    >
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
