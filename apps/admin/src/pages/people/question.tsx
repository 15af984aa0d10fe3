import { type Change, ProblemNotice } from '@latchkey/front'
import { Button, Modal } from '@latchkey/ui'
import type { ReactNode } from 'react'
import { useSaid } from '../../said.ts'

/** Something that cannot be taken back easily, asked about before it is done. */
export function Question({
  title,
  lead,
  yes,
  change,
  onClose,
  children,
}: {
  readonly title: string
  readonly lead: ReactNode
  readonly yes: string
  readonly change: Pick<Change<never>, 'busy' | 'problem'> & { run(): void }
  onClose(): void
  readonly children?: ReactNode
}) {
  const { common, frame } = useSaid()
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
          <Button look="danger" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
      {change.problem && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
