import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card } from '@latchkey/ui'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import type { PersonInFull } from './person.ts'
import { Question } from './question.tsx'
import { useMayTo } from './use-person.ts'

/** What the figures of a rollout are counted from, of one person: to be given to them, or forgotten. */
export function StepsCard({ person }: { readonly person: PersonInFull }) {
  const {
    person: { steps: said },
    common,
  } = useSaid()
  const client = useClient()
  const mayTo = useMayTo(person)
  const [erasing, setErasing] = useState(false)
  const path = `/latchkey/rollout/people/${person.id}/steps`
  const give = useChange({
    does: async () => {
      const { value } = await client.get<{ readonly value: readonly unknown[] }>(path)
      saveAs(`steps-${person.id}.json`, value)
    },
    refresh: [],
    done: said.saved,
  })
  return (
    <Card
      title={said.title}
      lead={said.lead}
      actions={
        <>
          <Button
            icon={<Download aria-hidden className="size-4" />}
            unavailable={mayTo('read people')}
            busy={give.busy ? common.working : undefined}
            onClick={() => give.run()}
          >
            {said.save}
          </Button>
          <Button look="danger" unavailable={mayTo('change people')} onClick={() => setErasing(true)}>
            {said.erase}
          </Button>
        </>
      }
    >
      {give.problem && <ProblemNotice problem={give.problem} />}
      {erasing && <Erasure person={person} path={path} onClose={() => setErasing(false)} />}
    </Card>
  )
}

function Erasure({
  person,
  path,
  onClose,
}: {
  readonly person: PersonInFull
  readonly path: string
  onClose(): void
}) {
  const { steps: said } = useSaid().person
  const client = useClient()
  const change = useChange({
    does: () => client.send('DELETE', path),
    refresh: [['rollout']],
    done: said.erased,
    after: onClose,
  })
  return (
    <Question
      title={said.eraseTitle({ name: person.displayName })}
      lead={said.eraseLead}
      yes={said.erase}
      change={change}
      onClose={onClose}
    />
  )
}

function saveAs(name: string, value: unknown): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(value, undefined, 2)], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
