import { ProblemNotice, useChange } from '@latchkey/front'
import { Button, Modal } from '@latchkey/ui'
import { type ReactNode, useState } from 'react'
import { useSaid } from '../../said.ts'
import { type PassChoice, PassFields, usualPass } from './pass-fields.tsx'
import type { IssuedPass, PassTerms } from './person.ts'
import { ShownPass } from './shown-pass.tsx'
import { personKeys } from './use-person.ts'

/** A question whose answer is a pass: what it is to be, and then the pass itself. */
export function PassDialog({
  title,
  lead,
  terms,
  submit,
  issue,
  onClose,
  children,
}: {
  readonly title: string
  readonly lead: ReactNode
  readonly terms: PassTerms
  readonly submit: string
  issue(choice: PassChoice): Promise<IssuedPass>
  onClose(): void
  readonly children?: ReactNode
}) {
  const { person, common, frame } = useSaid()
  const [choice, setChoice] = useState(usualPass(terms))
  const [issued, setIssued] = useState<IssuedPass>()
  const change = useChange({ does: () => issue(choice), refresh: personKeys, after: setIssued })
  if (issued !== undefined) {
    return (
      <Modal
        open
        title={title}
        closeLabel={frame.close}
        onClose={onClose}
        actions={
          <Button look="primary" onClick={onClose}>
            {common.done}
          </Button>
        }
      >
        <ShownPass issued={issued} />
      </Modal>
    )
  }
  return (
    <Modal
      open
      title={title}
      lead={lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            look="primary"
            busy={change.busy ? common.working : undefined}
            unavailable={choice.verified ? undefined : person.pass.verifiedFirst}
            onClick={() => change.run()}
          >
            {submit}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5 p-0.5">
        {children}
        <PassFields terms={terms} choice={choice} onChange={setChoice} />
        {change.problem && <ProblemNotice problem={change.problem} />}
      </div>
    </Modal>
  )
}
