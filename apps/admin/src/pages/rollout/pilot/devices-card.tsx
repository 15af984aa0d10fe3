import { Card } from '@latchkey/ui'
import { Circle, CircleCheck, CircleSlash } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { guideOf } from '../guide/guide.ts'
import type { Pilot } from './pilot.ts'

/** Each device, and who went through with it. */
export function DevicesCard({ pilot: { devices, members } }: { readonly pilot: Pilot }) {
  const { campaign, rolloutNumbers } = useSaidIn('rollout')
  const said = campaign.pilot
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]))
  return (
    <Card title={said.devices} lead={said.devicesLead}>
      <ul aria-label={said.devices} className="grid gap-3 sm:grid-cols-2">
        {devices.map(({ device, waivedBecause, through }) => (
          <li key={device} className="flex items-start gap-3 rounded-xl border border-line p-4">
            {through.length > 0 ? (
              <CircleCheck aria-hidden className="size-6 flex-none text-good" />
            ) : waivedBecause === null ? (
              <Circle aria-hidden className="size-6 flex-none text-soft" />
            ) : (
              <CircleSlash aria-hidden className="size-6 flex-none text-soft" />
            )}
            <div className="min-w-0">
              <p className="font-semibold">{rolloutNumbers.devices[device]}</p>
              <p className="text-sm text-soft">
                {through.length > 0
                  ? said.through({ names: through.map((id) => names.get(id) ?? id).join(', ') })
                  : waivedBecause === null
                    ? said.nobody
                    : said.waived({ reason: waivedBecause })}
              </p>
              <Link
                to={guideOf(device)}
                aria-label={`${said.guide}: ${rolloutNumbers.devices[device]}`}
                className="text-sm underline"
              >
                {said.guide}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
