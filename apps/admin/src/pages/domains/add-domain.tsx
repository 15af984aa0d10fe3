import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, TextField } from '@latchkey/ui'
import { useId, useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { type Domain, looksLikeDomain } from './domain.ts'

/** Say that the organisation has a domain. */
export function AddDomain({ onClose, onAdded }: { onClose(): void; onAdded(id: string): void }) {
  const { domains: said, frame } = useSaidIn('organisation')
  const client = useClient()
  const form = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = useChange<string, Domain>({
    does: (id) => client.send('POST', '/domains', { body: { id } }),
    refresh: [['domains']],
    after: ({ id }) => onAdded(id),
  })
  return (
    <Modal
      open
      title={said.add}
      lead={said.routesNobody}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button look="primary" type="submit" form={form} busy={add.busy ? said.adding : undefined}>
            {frame.add}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4 p-1"
        onSubmit={(event) => {
          event.preventDefault()
          const right = looksLikeDomain(text)
          setWrong(!right)
          if (right) add.run(text.trim())
        }}
      >
        <TextField
          label={said.field}
          hint={said.fieldHint}
          error={wrong ? said.fieldWrong : undefined}
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {add.problem && <ProblemNotice problem={add.problem} />}
      </form>
    </Modal>
  )
}
