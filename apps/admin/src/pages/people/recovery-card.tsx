import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card, Facts, Notice, Skeleton, TextField } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Choosable, ObjectPicker } from '../../pickers/object-picker.tsx'
import { peopleSource } from '../../pickers/sources.ts'
import { useSaid } from '../../said.ts'
import type { PersonInFull } from './person.ts'
import { toReference } from './to-reference.ts'
import { personKeys, useMayTo } from './use-person.ts'

/** Who speaks for a person, and where else they can be reached. */
interface RecoveryContact {
  readonly otherMail: string | null
  readonly manager: { readonly id: string; readonly displayName: string } | null
}

/** What helps when a person cannot sign in: their manager, and an address that the sign-in does not guard. */
export function RecoveryCard({ person }: { readonly person: PersonInFull }) {
  const { person: words, frame } = useSaid()
  const { account: said } = words
  const client = useClient()
  const mayTo = useMayTo(person)
  const [editing, setEditing] = useState(false)
  const { data, error } = useQuery({
    queryKey: ['people', 'recovery', person.id],
    queryFn: ({ signal }) =>
      client.get<RecoveryContact>(`/latchkey/people/${person.id}/recovery`, { signal }),
  })
  return (
    <Card
      title={said.recovery}
      lead={said.recoveryLead}
      actions={
        !editing && (
          <Button size="small" unavailable={mayTo('change people')} onClick={() => setEditing(true)}>
            {frame.edit}
          </Button>
        )
      }
    >
      {error && <ProblemNotice problem={error} />}
      {data === undefined && !error && <Skeleton label={frame.loading} />}
      {data !== undefined &&
        (editing ? (
          <EditRecovery person={person} kept={data} onClose={() => setEditing(false)} />
        ) : (
          <Facts
            items={[
              [said.manager, data.manager?.displayName ?? frame.none],
              [said.otherMail, data.otherMail ?? frame.none],
            ]}
          />
        ))}
    </Card>
  )
}

function EditRecovery({
  person,
  kept,
  onClose,
}: {
  readonly person: PersonInFull
  readonly kept: RecoveryContact
  onClose(): void
}) {
  const { person: words, frame, common } = useSaid()
  const { account: said } = words
  const client = useClient()
  const [otherMail, setOtherMail] = useState(kept.otherMail ?? '')
  const [managers, setManagers] = useState<readonly Choosable[]>(
    kept.manager === null ? [] : [{ id: kept.manager.id, name: kept.manager.displayName }],
  )
  const [manager] = managers
  const tooMany = managers.length > 1
  const change = useChange({
    async does() {
      if (manager?.id !== kept.manager?.id) {
        const path = `/users/${person.id}/manager/$ref`
        await (manager === undefined
          ? client.send('DELETE', path)
          : client.send('PUT', path, { body: toReference(manager.id) }))
      }
      if (otherMail !== (kept.otherMail ?? '')) {
        await client.send('PATCH', `/latchkey/people/${person.id}/recovery`, {
          body: { otherMail: otherMail === '' ? null : otherMail },
        })
      }
    },
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
      <ObjectPicker label={said.manager} source={peopleSource} chosen={managers} onChange={setManagers} />
      {tooMany && <Notice tone="warn" title={said.oneManager} />}
      <TextField
        label={said.otherMail}
        hint={said.otherMailHint}
        type="email"
        maxLength={254}
        autoComplete="off"
        value={otherMail}
        onChange={({ target }) => setOtherMail(target.value)}
      />
      {change.problem && <ProblemNotice problem={change.problem} />}
      <div className="flex gap-2">
        <Button
          look="primary"
          type="submit"
          unavailable={tooMany ? said.oneManager : undefined}
          busy={change.busy ? frame.saving : undefined}
        >
          {frame.save}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </form>
  )
}
