import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Button, Card, Facts, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useSaid } from '../../said.ts'
import type { PersonInFull } from './person.ts'
import { Question } from './question.tsx'
import { RecoveryCard } from './recovery-card.tsx'
import { StepsCard } from './steps-card.tsx'
import { personKeys, useMayTo } from './use-person.ts'

/** What the account is called, what it belongs to, and whether it is on. */
export function AccountTab({ person }: { readonly person: PersonInFull }) {
  const { person: words, roles, frame } = useSaid()
  const { account: said } = words
  const { day } = useTimes()
  const mayTo = useMayTo(person)
  const [editing, setEditing] = useState(false)
  const [asked, setAsked] = useState<'switchOff' | 'remove'>()
  const link = 'font-medium text-accent hover:underline'
  return (
    <div className="flex flex-col gap-6">
      <Card
        title={said.facts}
        actions={
          !editing && (
            <Button size="small" unavailable={mayTo('change people')} onClick={() => setEditing(true)}>
              {frame.edit}
            </Button>
          )
        }
      >
        {editing ? (
          <EditAccount person={person} onClose={() => setEditing(false)} />
        ) : (
          <Facts
            items={[
              [said.displayName, person.displayName],
              [
                said.userName,
                <span key="name" className="break-all">
                  {person.userPrincipalName}
                </span>,
              ],
              [said.mail, person.mail ?? frame.none],
              [said.created, day(person.createdDateTime)],
            ]}
          />
        )}
      </Card>
      <RecoveryCard person={person} />
      <Card title={said.groups}>
        {person.groups.length === 0 && <p className="text-soft">{said.noGroups}</p>}
        <ul className="flex flex-col gap-2">
          {person.groups.map(({ id, displayName }) => (
            <li key={id}>
              <Link to={`/groups/${id}`} className={link}>
                {displayName}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={said.roles}>
        {person.roles.length === 0 && <p className="text-soft">{said.noRoles}</p>}
        <ul className="flex flex-col gap-2">
          {person.roles.map(({ name }) => (
            <li key={name}>
              <Link to={`/roles/${name}`} className={link}>
                {roles.names[name]}
              </Link>
              <span className="block text-sm text-soft">{roles.about[name]}</span>
            </li>
          ))}
        </ul>
      </Card>
      <StepsCard person={person} />
      <div className="flex flex-wrap gap-3">
        <Switch person={person} onAsk={() => setAsked('switchOff')} />
        <Button look="danger" unavailable={mayTo('change people')} onClick={() => setAsked('remove')}>
          {said.remove}
        </Button>
      </div>
      {asked === 'switchOff' && <SwitchOff person={person} onClose={() => setAsked(undefined)} />}
      {asked === 'remove' && <Removal person={person} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

function EditAccount({ person, onClose }: { readonly person: PersonInFull; onClose(): void }) {
  const { person: words, frame, common } = useSaid()
  const { account: said } = words
  const client = useClient()
  const [displayName, setDisplayName] = useState(person.displayName)
  const [mail, setMail] = useState(person.mail ?? '')
  const change = useChange({
    does: () =>
      client.send('PATCH', `/users/${person.id}`, {
        body: { displayName, mail: mail === '' ? null : mail },
      }),
    refresh: personKeys,
    done: frame.saved,
    after: onClose,
  })
  return (
    <form
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        change.run()
      }}
    >
      <TextField
        label={said.displayName}
        required
        maxLength={100}
        value={displayName}
        onChange={({ target }) => setDisplayName(target.value)}
      />
      <TextField
        label={said.mail}
        type="email"
        maxLength={254}
        value={mail}
        onChange={({ target }) => setMail(target.value)}
      />
      {change.problem && <ProblemNotice problem={change.problem} />}
      <div className="flex gap-2">
        <Button look="primary" type="submit" busy={change.busy ? frame.saving : undefined}>
          {frame.save}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </form>
  )
}

function useSwitch(person: PersonInFull, accountEnabled: boolean, after?: () => void) {
  const { frame } = useSaid()
  const client = useClient()
  return useChange({
    does: () => client.send('PATCH', `/users/${person.id}`, { body: { accountEnabled } }),
    refresh: personKeys,
    done: frame.saved,
    ...(after !== undefined && { after }),
  })
}

function Switch({ person, onAsk }: { readonly person: PersonInFull; onAsk(): void }) {
  const { person: words, frame } = useSaid()
  const mayTo = useMayTo(person)
  const on = useSwitch(person, true)
  const unavailable = mayTo('switch a person on or off')
  if (person.accountEnabled) {
    return (
      <Button look="danger" unavailable={unavailable} onClick={onAsk}>
        {words.account.switchOff}
      </Button>
    )
  }
  return (
    <Button unavailable={unavailable} busy={on.busy ? frame.saving : undefined} onClick={() => on.run()}>
      {words.account.switchOn}
    </Button>
  )
}

function SwitchOff({ person, onClose }: { readonly person: PersonInFull; onClose(): void }) {
  const {
    person: { account: said },
  } = useSaid()
  const off = useSwitch(person, false, onClose)
  return (
    <Question
      title={said.switchOffTitle({ name: person.displayName })}
      lead={said.switchOffLead}
      yes={said.switchOff}
      change={off}
      onClose={onClose}
    />
  )
}

function Removal({ person, onClose }: { readonly person: PersonInFull; onClose(): void }) {
  const {
    person: { account: said },
  } = useSaid()
  const client = useClient()
  const navigate = useNavigate()
  const change = useChange({
    does: () => client.send('DELETE', `/users/${person.id}`),
    refresh: [['people', 'list']],
    done: said.removed,
    after: () => navigate('/people'),
  })
  return (
    <Question
      title={said.removeTitle({ name: person.displayName })}
      lead={said.removeLead}
      yes={said.remove}
      change={change}
      onClose={onClose}
    />
  )
}
