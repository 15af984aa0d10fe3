import type { PasskeyOfPerson } from '@latchkey/api'
import { type AccountSignal, signalAccount } from '@latchkey/api/passkeys'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Card, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { methodsKey } from '../methods/use-methods.ts'

/** A name of one's own for a passkey. */
export function NameCard({ passkey }: { readonly passkey: PasskeyOfPerson }) {
  const { passkey: text, common } = useSaid()
  const client = useClient()
  const [name, setName] = useState(passkey.name)
  const [missing, setMissing] = useState(false)
  const change = useChange({
    does: async () => {
      const { signal } = await client.send<{ signal: AccountSignal }>('PATCH', `/passkeys/${passkey.id}`, {
        body: { name },
      })
      await signalAccount(signal)
    },
    refresh: [methodsKey],
    done: text.savedName,
  })
  return (
    <Card title={text.rename}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(name.trim() === '')
          if (name.trim() !== '') change.run()
        }}
      >
        <TextField
          label={text.rename}
          hint={text.renameHint}
          error={missing ? text.renameRequired : undefined}
          value={name}
          maxLength={60}
          onChange={({ target }) => setName(target.value)}
        />
        {change.problem !== null && <ProblemNotice problem={change.problem} />}
        <div>
          <Button type="submit" busy={change.busy ? common.working : undefined}>
            {text.save}
          </Button>
        </div>
      </form>
    </Card>
  )
}
