import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, CopyButton, Modal, SelectField, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import type { App } from './app.ts'

const days = { month: 30, halfYear: 182, year: 365 } as const

type Lifetime = keyof typeof days | 'ever'

/** Make a secret, and show it once. */
export function NewSecret({ app, onClose }: { readonly app: App; onClose(): void }) {
  const { apps, frame } = useSaidIn('organisation')
  const { secrets: said } = apps
  const client = useClient()
  const [name, setName] = useState('')
  const [lifetime, setLifetime] = useState<Lifetime>('halfYear')
  const [made, setMade] = useState<string>()
  const add = useChange<void, { readonly secretText: string }>({
    does: () =>
      client.send('POST', `/applications/${app.id}/addPassword`, {
        body: { passwordCredential: toCredential(name, lifetime) },
      }),
    refresh: [['apps']],
    after: ({ secretText }) => setMade(secretText),
  })
  if (made !== undefined) return <ShownSecret secret={made} onClose={onClose} />
  return (
    <Modal
      open
      title={said.addTitle}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button look="primary" busy={add.busy ? frame.saving : undefined} onClick={() => add.run()}>
            {said.add}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 p-1">
        <TextField
          label={said.name}
          hint={said.nameHint}
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <SelectField<Lifetime>
          label={said.lifetime}
          value={lifetime}
          options={(['month', 'halfYear', 'year', 'ever'] as const).map((value) => ({
            value,
            label: said.lifetimes[value],
          }))}
          onChoose={setLifetime}
        />
        {add.problem && <ProblemNotice problem={add.problem} />}
      </div>
    </Modal>
  )
}

function toCredential(name: string, lifetime: Lifetime) {
  const end = lifetime === 'ever' ? undefined : new Date(Date.now() + days[lifetime] * 86_400_000)
  return {
    displayName: name.trim() === '' ? null : name.trim(),
    ...(end !== undefined && { endDateTime: end.toISOString() }),
  }
}

function ShownSecret({ secret, onClose }: { readonly secret: string; onClose(): void }) {
  const { apps, frame, common } = useSaidIn('organisation')
  const { secrets: said } = apps
  return (
    <Modal
      open
      title={said.shownTitle}
      lead={said.shownLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {said.done}
        </Button>
      }
    >
      <div className="flex flex-wrap items-center gap-3 rounded-xl bg-hover px-4 py-3">
        <code className="min-w-48 flex-1 break-all">{secret}</code>
        <CopyButton text={secret} words={common} />
      </div>
    </Modal>
  )
}
