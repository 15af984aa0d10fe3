import type { ApproverOfPerson } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, ListRow, Modal } from '@latchkey/ui'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { methodsKey } from './use-methods.ts'

/** A device that approves sign-ins, and the way to have it approve no more. */
export function ApproverRow({ approver }: { readonly approver: ApproverOfPerson }) {
  const said = useSaid()
  const times = useTimes()
  const [asking, setAsking] = useState(false)
  const { rows, approvals } = said.methods
  const { name, addedAt, lastUsedAt, last } = approver
  return (
    <ListRow
      icon={<BellRing aria-hidden className="size-5" />}
      title={name}
      about={
        <>
          <span className="block">{approvals.about}</span>
          {rows.added} {times.day(addedAt)} ·{' '}
          {lastUsedAt === undefined ? rows.never : `${rows.lastUsed} ${times.at(lastUsedAt)}`}
        </>
      }
      badges={<Badge>{approvals.badge}</Badge>}
      actions={
        <>
          <Button
            size="small"
            aria-label={`${rows.remove}: ${name}`}
            unavailable={last ? said.methods.lastWay : undefined}
            onClick={() => setAsking(true)}
          >
            {rows.remove}
          </Button>
          {asking && <RemoveQuestion approver={approver} onClose={() => setAsking(false)} />}
        </>
      }
    />
  )
}

function RemoveQuestion({ approver, onClose }: { readonly approver: ApproverOfPerson; onClose(): void }) {
  const said = useSaid()
  const { approvals: text, rows } = said.methods
  const client = useClient()
  const change = useChange({
    does: async () => {
      await client.send('DELETE', `/approvers/${approver.id}`)
      onClose()
    },
    refresh: [methodsKey],
    done: text.removed,
  })
  return (
    <Modal
      open
      title={text.removeTitle({ name: approver.name })}
      lead={text.removeReason}
      closeLabel={said.frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{said.codes.removing.keep}</Button>
          <Button
            look="danger"
            busy={change.busy ? said.common.working : undefined}
            onClick={() => change.run()}
          >
            {rows.remove}
          </Button>
        </>
      }
    >
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
