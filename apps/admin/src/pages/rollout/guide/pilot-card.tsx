import { useClient, useTimes } from '@latchkey/front'
import { Badge, buttonClass, Card } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { useFigures } from '../overview/use-figures.ts'
import { reachedTones } from '../pilot/members-card.tsx'
import type { Pilot } from '../pilot/pilot.ts'
import type { Playing } from './guide.ts'
import { findPilotNotes, type PilotOnDevice } from './pilot-on-device.ts'

/** Beside the steps of a device: how it went for the pilots who tried them, and what was noted about them. */
export function PilotCard({ device }: { readonly device: Playing['device'] }) {
  const { rolloutGuide } = useSaidIn('rollout')
  const { pilot: said, choose } = rolloutGuide
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['pilot'],
    queryFn: ({ signal }) => client.get<Pilot>('/latchkey/rollout/pilot', { signal }),
  })
  if (data === undefined || data.groupId === null) return null
  const { tried, notes, elsewhere } = findPilotNotes(data, device)
  return (
    <Card
      title={said.title({ device: choose.devices[device] })}
      lead={tried.length === 0 ? said.nobody : said.lead({ people: tried.length, notes })}
      actions={
        <Link to="/rollout/pilot" className={buttonClass('quiet', 'small')}>
          {said.open}
        </Link>
      }
    >
      {tried.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {tried.map((each) => (
            <Tried key={each.id} pilot={each} />
          ))}
        </ul>
      )}
      {elsewhere > 0 && <p className="mt-3 text-sm text-soft">{said.elsewhere({ notes: elsewhere })}</p>}
    </Card>
  )
}

function Tried({ pilot: { id, displayName, way, note } }: { readonly pilot: PilotOnDevice }) {
  const { campaign, rolloutGuide } = useSaidIn('rollout')
  const { ago } = useTimes()
  const { problem } = useFigures()
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2">
        <Link to={`/people/${id}`} className="font-semibold hover:underline">
          {displayName}
        </Link>
        <Badge tone={reachedTones[way.reached]}>{campaign.pilot.reached[way.reached]}</Badge>
        <span className="text-sm text-soft">{ago(way.lastDateTime)}</span>
      </p>
      {way.failures.length > 0 && <p className="text-soft">{way.failures.map(problem).join(' · ')}</p>}
      {note === '' ? (
        <p className="text-sm text-soft">{rolloutGuide.pilot.noNote}</p>
      ) : (
        <p className="rounded-xl bg-hover px-4 py-2 whitespace-pre-line">{note}</p>
      )}
    </li>
  )
}
