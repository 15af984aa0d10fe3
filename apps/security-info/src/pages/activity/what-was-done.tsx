import { type Change, ProblemNotice } from '@latchkey/front'
import { Button, buttonClass, Modal, Notice } from '@latchkey/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import type { Disowned } from './activity.ts'

interface WhatWasDoneProps {
  readonly done: Disowned
  readonly change: Pick<Change<never>, 'problem'>
  readonly busy: string | undefined
  onRemove(): void
  onClose(): void
}

/** What *this wasn't me* did, and what its person should do next. */
export function WhatWasDone({ done, change, busy, onRemove, onClose }: WhatWasDoneProps) {
  const { activity, frame } = useSaid()
  const { done: text } = activity
  const queries = useQueryClient()
  const close = () => {
    if (!done.signedOut) void queries.invalidateQueries({ queryKey: ['activity'] })
    onClose()
  }
  const facts = [
    done.sessionsEnded > 0 ? text.ended({ count: String(done.sessionsEnded) }) : text.nobody,
    done.passRemoved && text.passRemoved,
    (done.method === 'removed' || done.method === 'gone') && text.removed,
    text.helpDesk,
  ].filter((fact) => fact !== false)
  return (
    <Modal
      open
      title={text.title}
      closeLabel={frame.close}
      onClose={done.signedOut ? leave : close}
      actions={
        done.signedOut ? (
          <a href="/security-info" className={buttonClass('primary')}>
            {text.signIn}
          </a>
        ) : (
          <NextSteps done={done} busy={busy} onRemove={onRemove} onClose={close} />
        )
      }
    >
      <div role="status" className="flex flex-col gap-3">
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {change.problem !== null && <ProblemNotice problem={change.problem} />}
        <Left done={done} />
      </div>
    </Modal>
  )
}

/** What is left: the worst of it, in a sentence. */
function Left({ done }: { readonly done: Disowned }) {
  const { done: text } = useSaid().activity
  if (done.signedOut) return <Notice tone="warn" title={text.signedOut} />
  return (
    <>
      {done.method === 'needsProof' && <Notice tone="warn" title={text.needsProof} />}
      {done.method === 'signedInWithIt' && <Notice tone="warn" title={text.signedInWithIt} />}
      {done.method === 'lastMethod' && <Notice tone="warn" title={text.lastMethod} />}
      {done.passwordKnown && <Notice tone="bad" title={text.passwordKnown} />}
    </>
  )
}

function NextSteps({
  done,
  busy,
  onRemove,
  onClose,
}: {
  readonly done: Disowned
  readonly busy: string | undefined
  onRemove(): void
  onClose(): void
}) {
  const { done: text } = useSaid().activity
  const wantsPasskey = done.method === 'signedInWithIt' || done.method === 'lastMethod'
  return (
    <>
      <Button onClick={onClose}>{text.close}</Button>
      {done.passwordKnown && (
        <Link to="/password" className={buttonClass('primary')}>
          {text.changePassword}
        </Link>
      )}
      {wantsPasskey && (
        <Link to="/add" className={buttonClass('primary')}>
          {text.addPasskey}
        </Link>
      )}
      {done.method === 'needsProof' ? (
        <Button look="danger" busy={busy} onClick={onRemove}>
          {text.removeNow}
        </Button>
      ) : (
        <Link to="/" className={buttonClass()}>
          {text.look}
        </Link>
      )}
    </>
  )
}

function leave() {
  location.assign('/security-info')
}
