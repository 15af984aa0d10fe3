import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal } from '@latchkey/ui'
import { LifeBuoy, LogOut, Ticket, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import type { Disowned, Suspect } from './activity.ts'
import { WhatWasDone } from './what-was-done.tsx'

/**
 * *This wasn't me*: what will be done, said before it is done; then what was done, and what is left to do. What needs no
 * proof is done at once; a method is removed once its owner has proven themselves, which is asked for in place.
 */
export function NotMeModal({ suspect, onClose }: { readonly suspect: Suspect; onClose(): void }) {
  const { activity, frame, common } = useSaid()
  const client = useClient()
  const [done, setDone] = useState<Disowned>()
  const say = useChange({
    does: async (how: { readonly insist: boolean }) => {
      const body = { kind: suspect.kind, id: suspect.id, ...how }
      // Nothing is read again: whoever is signed out by it could not.
      setDone(await client.send<Disowned>('POST', '/activity/not-me', { body }))
    },
  })
  const busy = say.busy ? common.working : undefined
  if (done !== undefined) {
    return (
      <WhatWasDone
        done={done}
        change={say}
        busy={busy}
        onRemove={() => say.run({ insist: true })}
        onClose={onClose}
      />
    )
  }
  const { ask } = activity
  return (
    <Modal
      open
      title={ask.title}
      lead={suspect.what}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ask.no}</Button>
          <Button look="danger" busy={busy} onClick={() => say.run({ insist: false })}>
            {ask.yes}
          </Button>
        </>
      }
    >
      {say.problem !== null && <ProblemNotice problem={say.problem} />}
      <p className="font-semibold">{ask.lead}</p>
      <ul className="mt-3 flex flex-col gap-3">
        <Point icon={<LogOut aria-hidden className="size-5" />}>{ask.sessions}</Point>
        <Point icon={<Trash2 aria-hidden className="size-5" />}>{ask.method}</Point>
        <Point icon={<Ticket aria-hidden className="size-5" />}>{ask.pass}</Point>
        <Point icon={<LifeBuoy aria-hidden className="size-5" />}>{ask.helpDesk}</Point>
      </ul>
    </Modal>
  )
}

function Point({ icon, children }: { readonly icon: React.ReactNode; readonly children: string }) {
  return (
    <li className="flex gap-3">
      <span className="mt-0.5 flex-none text-accent">{icon}</span>
      <span>{children}</span>
    </li>
  )
}
