import type { CodesOfPerson } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, ListRow, Modal } from '@latchkey/ui'
import { Hash } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { methodsKey } from './use-methods.ts'

/** An authenticator app for one-time codes, and the way to remove it. */
export function CodesRow({ codes }: { readonly codes: CodesOfPerson }) {
  const said = useSaid()
  const times = useTimes()
  const [asking, setAsking] = useState(false)
  const { rows } = said.methods
  return (
    <ListRow
      icon={<Hash aria-hidden className="size-5" />}
      title={codes.name}
      about={
        <>
          {rows.added} {times.day(codes.addedAt)} ·{' '}
          {codes.lastUsedAt === undefined ? rows.never : `${rows.lastUsed} ${times.at(codes.lastUsedAt)}`}
        </>
      }
      badges={<Badge>{rows.codes}</Badge>}
      actions={
        <>
          <Button
            size="small"
            aria-label={`${rows.remove}: ${codes.name}`}
            unavailable={codes.last ? said.methods.lastWay : undefined}
            onClick={() => setAsking(true)}
          >
            {rows.remove}
          </Button>
          {asking && <RemoveQuestion codes={codes} onClose={() => setAsking(false)} />}
        </>
      }
    />
  )
}

function RemoveQuestion({ codes, onClose }: { readonly codes: CodesOfPerson; onClose(): void }) {
  const { codes: text, frame, common } = useSaid()
  const client = useClient()
  const change = useChange({
    does: async () => {
      await client.send('DELETE', `/codes/${codes.id}`)
      onClose()
    },
    refresh: [methodsKey],
    done: text.removing.removedTitle,
  })
  return (
    <Modal
      open
      title={text.removing.removeTitle({ name: codes.name })}
      lead={text.removing.removeReason}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.removing.keep}</Button>
          <Button look="danger" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {text.removing.remove}
          </Button>
        </>
      }
    >
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
