import type { PasskeyOfPerson } from '@latchkey/api'
import { type AccountSignal, signalAccount } from '@latchkey/api/passkeys'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, buttonClass, Card, Modal } from '@latchkey/ui'
import { Link, useSearchParams } from 'react-router'
import { useSaid } from '../../said.ts'
import { methodsKey } from '../methods/use-methods.ts'

/** The way to delete a passkey; or why its owner cannot, and what to do first. */
export function DeleteCard({ passkey, onDeleted }: { readonly passkey: PasskeyOfPerson; onDeleted(): void }) {
  const { passkey: text, methods } = useSaid()
  const [search, setSearch] = useSearchParams()
  // In the address: whoever has to prove themselves on another page comes back to this question.
  const ask = (open: boolean) => setSearch(open ? { ask: 'delete' } : {}, { replace: true })
  return (
    <Card title={text.removeTitle}>
      {passkey.last ? (
        <>
          <p>{text.last}</p>
          <p className="mt-3">
            <Link to="/add/passkey" className={buttonClass()}>
              {methods.advice.add}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="mb-3">{text.removeReason}</p>
          <Button look="danger" onClick={() => ask(true)}>
            {text.remove}
          </Button>
        </>
      )}
      {search.get('ask') === 'delete' && !passkey.last && (
        <DeleteQuestion passkey={passkey} onClose={() => ask(false)} onDeleted={onDeleted} />
      )}
    </Card>
  )
}

function DeleteQuestion({
  passkey,
  onClose,
  onDeleted,
}: {
  readonly passkey: PasskeyOfPerson
  onClose(): void
  onDeleted(): void
}) {
  const { passkey: text, frame, common } = useSaid()
  const client = useClient()
  const change = useChange({
    does: async () => {
      const { signal } = await client.send<{ signal: AccountSignal }>('DELETE', `/passkeys/${passkey.id}`)
      await signalAccount(signal)
      onDeleted()
    },
    refresh: [methodsKey],
  })
  return (
    <Modal
      open
      title={text.confirmTitle({ name: passkey.name })}
      lead={text.confirmReason}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          <Button look="danger" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {text.confirm}
          </Button>
        </>
      }
    >
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
