import { useClient, usePageTitle } from '@latchkey/front'
import { Button, EmptyState, Notice, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { DevicesCard } from './devices-card.tsx'
import { MembersCard } from './members-card.tsx'
import type { Pilot } from './pilot.ts'
import { PilotForm } from './pilot-form.tsx'

/** Wave 0: who tries it before everybody else, with what, and how it went. */
export function PilotPage() {
  const { campaign, rolloutNumbers } = useSaidIn('rollout')
  const said = campaign.pilot
  usePageTitle(said.title)
  const client = useClient()
  const [editing, setEditing] = useState(false)
  const whyNot = useWhyNot('change the methods policy')
  const { data } = useSuspenseQuery({
    queryKey: ['pilot'],
    queryFn: ({ signal }) => client.get<Pilot>('/latchkey/rollout/pilot', { signal }),
  })
  const missing = data.devices.filter((each) => each.waivedBecause === null && each.through.length === 0)
  const names = missing.map(({ device }) => rolloutNumbers.devices[device]).join(', ')
  const edit = (text: string, look: 'primary' | 'quiet') => (
    <Button look={look} unavailable={whyNot} onClick={() => setEditing(true)}>
      {text}
    </Button>
  )
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={data.groupId !== null && edit(said.edit, 'quiet')}
      />
      {data.groupId === null ? (
        <EmptyState
          icon={<FlaskConical className="size-7" />}
          title={said.none}
          action={edit(said.setUp, 'primary')}
        >
          {said.noneLead}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-5">
          {data.isPassed ? (
            <Notice tone="good" title={said.passedTitle}>
              {said.passedLead}
            </Notice>
          ) : (
            <Notice title={said.waitingTitle}>{said.waitingLead({ devices: names })}</Notice>
          )}
          <DevicesCard pilot={data} />
          <MembersCard pilot={data} />
        </div>
      )}
      {editing && <PilotForm pilot={data} onClose={() => setEditing(false)} />}
    </>
  )
}
