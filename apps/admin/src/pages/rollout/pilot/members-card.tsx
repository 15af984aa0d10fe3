import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Card, TextArea } from '@latchkey/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { useFigures } from '../overview/use-figures.ts'
import type { Pilot, PilotMember } from './pilot.ts'

/** Who is in it: what they went through, and what was seen of them. */
export function MembersCard({ pilot: { members } }: { readonly pilot: Pilot }) {
  const said = useSaidIn('rollout').campaign.pilot
  return (
    <Card title={said.members}>
      <ul aria-label={said.members} className="flex flex-col divide-y divide-line">
        {members.map((member) => (
          <li key={member.id} className="grid gap-4 py-4 first:pt-0 last:pb-0 lg:grid-cols-2">
            <Ways member={member} />
            <Note member={member} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** How each of them is shown. */
export const reachedTones = { started: 'plain', failed: 'bad', created: 'warn', signedIn: 'good' } as const

function Ways({ member }: { readonly member: PilotMember }) {
  const { campaign, rolloutNumbers } = useSaidIn('rollout')
  const said = campaign.pilot
  const { ago } = useTimes()
  const { problem } = useFigures()
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p>
        <Link to={`/people/${member.id}`} className="font-semibold hover:underline">
          {member.displayName}
        </Link>{' '}
        <span className="break-all text-sm text-soft">{member.userPrincipalName}</span>
      </p>
      {member.ways.length === 0 && <p className="text-soft">{said.noWays}</p>}
      {member.ways.map(({ device, reached, lastDateTime, failures }) => (
        <div key={device} className="flex flex-col gap-1">
          <p className="flex flex-wrap items-center gap-2">
            {rolloutNumbers.devices[device]}{' '}
            <Badge tone={reachedTones[reached]}>{said.reached[reached]}</Badge>
            <span className="text-sm text-soft">{ago(lastDateTime)}</span>
          </p>
          {failures.length > 0 && <p className="text-sm text-soft">{failures.map(problem).join(' · ')}</p>}
        </div>
      ))}
    </div>
  )
}

function Note({ member }: { readonly member: PilotMember }) {
  const { campaign, frame } = useSaidIn('rollout')
  const said = campaign.pilot
  const client = useClient()
  const whyNot = useWhyNot('change the methods policy')
  const [text, setText] = useState(member.note)
  const keep = useChange({
    does: () => client.send('POST', '/latchkey/rollout/pilot/note', { body: { userId: member.id, text } }),
    refresh: [['pilot']],
    done: said.noted,
  })
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={said.noteOf({ name: member.displayName })}
        rows={2}
        maxLength={2000}
        value={text}
        readOnly={whyNot !== undefined}
        onChange={({ target }) => setText(target.value)}
      />
      {text !== member.note && (
        <Button
          size="small"
          unavailable={whyNot}
          busy={keep.busy ? frame.saving : undefined}
          onClick={() => keep.run()}
        >
          {frame.save}
        </Button>
      )}
      {keep.problem && <ProblemNotice problem={keep.problem} />}
    </div>
  )
}
