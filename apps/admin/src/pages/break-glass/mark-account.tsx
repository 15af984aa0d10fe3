import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal } from '@latchkey/ui'
import { useState } from 'react'
import { type Choosable, ObjectPicker } from '../../pickers/object-picker.tsx'
import { peopleSource } from '../../pickers/sources.ts'
import { useSaidIn } from '../../said.ts'

/** Choose an account that is kept for emergencies from now on. */
export function MarkAccount({ onClose }: { onClose(): void }) {
  const { breakGlass: said, frame } = useSaidIn('organisation')
  const client = useClient()
  const [chosen, setChosen] = useState<readonly Choosable[]>([])
  const [account] = chosen
  const mark = useChange<string>({
    does: (userId) => client.send('POST', '/latchkey/breakGlass', { body: { userId } }),
    refresh: [['break glass'], ['people']],
    done: said.marked,
    after: onClose,
  })
  return (
    <Modal
      open
      title={said.markTitle}
      lead={said.markLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button
            look="primary"
            busy={mark.busy ? frame.saving : undefined}
            unavailable={account === undefined ? said.chooseOne : undefined}
            onClick={() => account && mark.run(account.id)}
          >
            {said.mark}
          </Button>
        </>
      }
    >
      <div className="flex min-h-72 flex-col gap-4 p-1">
        <ObjectPicker
          label={said.account}
          source={peopleSource}
          chosen={chosen}
          onChange={(next) => setChosen(next.slice(-1))}
        />
        {mark.problem && <ProblemNotice problem={mark.problem} />}
      </div>
    </Modal>
  )
}
