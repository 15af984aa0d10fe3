import { type Change, useTimes } from '@latchkey/front'
import { Badge, Button, ListRow } from '@latchkey/ui'
import { Laptop, Puzzle, Smartphone } from 'lucide-react'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'

/** A device, as the API tells it. */
export interface Device {
  readonly id: string
  readonly displayName: string
  readonly accountEnabled: boolean
  readonly operatingSystem: string
  readonly operatingSystemVersion: string
  readonly isCompliant: boolean | null
  readonly approximateLastSignInDateTime: string | null
  /** What is known if somebody registered it in the Authenticator. */
  readonly latchkeyRegistration: Registration | null
}

interface Registration {
  readonly ownerDisplayName: string
  readonly ownerUserPrincipalName: string
  readonly surface: 'extension' | 'phoneApp' | 'agent'
  readonly appVersion: string
  readonly evidence: 'software' | 'tpm'
  readonly state: 'active' | 'expired' | 'revoked'
  readonly certificateExpirationDateTime: string
}

/** What is changed of a device. */
export type DeviceChange = Pick<Device, 'id'> & Partial<Pick<Device, 'accountEnabled' | 'isCompliant'>>

const icons = { extension: Puzzle, phoneApp: Smartphone, agent: Laptop } as const

/** A device in the list: whose it is, how it stands, and what can be done about it. */
export function DeviceRow({
  device,
  change,
  onAsk,
}: {
  readonly device: Device
  readonly change: Change<DeviceChange>
  /** Something that takes a device out of use is asked about first. */
  onAsk(question: 'off' | 'remove'): void
}) {
  const { devices: said } = useSaid()
  const notPermitted = useWhyNot('change devices')
  const { id, displayName, accountEnabled, isCompliant, latchkeyRegistration } = device
  const Icon = icons[latchkeyRegistration?.surface ?? 'agent']
  const turn = accountEnabled ? said.switchOff : said.switchOn
  const mark = isCompliant === true ? said.markNotCompliant : said.markCompliant
  const isAsked = accountEnabled && latchkeyRegistration !== null
  return (
    <ListRow
      icon={<Icon aria-hidden className="size-5" />}
      title={
        <span className="flex flex-wrap items-center gap-2">
          {displayName}
          <DeviceBadges device={device} />
        </span>
      }
      about={<About device={device} />}
      actions={
        <>
          <Button
            size="small"
            unavailable={notPermitted}
            aria-label={`${turn}: ${displayName}`}
            onClick={() => (isAsked ? onAsk('off') : change.run({ id, accountEnabled: !accountEnabled }))}
          >
            {turn}
          </Button>
          <Button
            size="small"
            unavailable={notPermitted}
            aria-label={`${mark}: ${displayName}`}
            onClick={() => change.run({ id, isCompliant: isCompliant !== true })}
          >
            {mark}
          </Button>
          <Button
            size="small"
            look="danger"
            unavailable={notPermitted}
            aria-label={`${said.remove}: ${displayName}`}
            onClick={() => onAsk('remove')}
          >
            {said.remove}
          </Button>
        </>
      }
    />
  )
}

function About({ device }: { readonly device: Device }) {
  const { devices: said } = useSaid()
  const times = useTimes()
  const { latchkeyRegistration: registered, approximateLastSignInDateTime: seen } = device
  return (
    <>
      <span className="block">{`${device.operatingSystem} ${device.operatingSystemVersion}`.trim()}</span>
      {registered !== null && (
        <>
          <span className="block">
            {said.owner({ name: `${registered.ownerDisplayName} (${registered.ownerUserPrincipalName})` })}
          </span>
          <span className="block">
            {said.surface[registered.surface]}, {said.version({ version: registered.appVersion })} ·{' '}
            {said.evidence[registered.evidence]}
          </span>
          <span className="block">
            {said.certificate({ time: times.at(registered.certificateExpirationDateTime) })}
            {seen !== null && <> · {said.seen({ time: times.ago(seen) })}</>}
          </span>
        </>
      )}
    </>
  )
}

function DeviceBadges({ device }: { readonly device: Device }) {
  const { devices: said } = useSaid()
  const { accountEnabled, isCompliant, latchkeyRegistration } = device
  return (
    <>
      <Badge tone={accountEnabled ? 'good' : 'bad'}>{accountEnabled ? said.on : said.off}</Badge>
      {latchkeyRegistration?.state === 'revoked' && <Badge tone="bad">{said.blocked}</Badge>}
      {latchkeyRegistration?.state === 'expired' && <Badge tone="warn">{said.expired}</Badge>}
      {isCompliant === null ? (
        <Badge>{said.unknown}</Badge>
      ) : (
        <Badge tone={isCompliant ? 'good' : 'warn'}>{isCompliant ? said.compliant : said.notCompliant}</Badge>
      )}
    </>
  )
}
