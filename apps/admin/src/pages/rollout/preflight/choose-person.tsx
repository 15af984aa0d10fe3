import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, buttonClass, Modal } from '@latchkey/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Choosable, ObjectPicker } from '../../../pickers/object-picker.tsx'
import { peopleSource } from '../../../pickers/sources.ts'
import { useSaidIn } from '../../../said.ts'

/** Choose who walks it, and begin. */
export function ChoosePerson({ onClose }: { onClose(): void }) {
  const { campaign, frame } = useSaidIn('rollout')
  const said = campaign.preflight
  const client = useClient()
  const [chosen, setChosen] = useState<readonly Choosable[]>([])
  const [person] = chosen
  const begin = useChange<string>({
    does: (userId) => client.send('POST', '/latchkey/rollout/preflight', { body: { userId } }),
    refresh: [['preflight']],
    done: said.begun,
    after: onClose,
  })
  return (
    <Modal
      open
      title={said.choose}
      lead={said.chooseLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Link to="/people/new" className={buttonClass('quiet')}>
            {said.make}
          </Link>
          <Button
            look="primary"
            busy={begin.busy ? frame.saving : undefined}
            unavailable={person === undefined ? said.chooseOne : undefined}
            onClick={() => person && begin.run(person.id)}
          >
            {said.begin}
          </Button>
        </>
      }
    >
      <div className="flex min-h-72 flex-col gap-4 p-1">
        <ObjectPicker
          label={said.person}
          source={peopleSource}
          chosen={chosen}
          onChange={(next) => setChosen(next.slice(-1))}
        />
        {begin.problem && <ProblemNotice problem={begin.problem} />}
      </div>
    </Modal>
  )
}
