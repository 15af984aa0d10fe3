import { KeeperRefusal } from '@latchkey/keeper'
import { Button, Modal } from '@latchkey/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { phoneKey, usePhone, usePhoneState } from '../phone/use-phone.ts'
import { useSaid } from '../said.ts'
import { answerCalls, type Call } from './answer-calls.ts'
import { CallDialog } from './call-dialog.tsx'
import { useVisible } from './use-visible.ts'

/** Whatever page is open: a linked browser that asks stands in front of it. Nobody is listened to while the app is locked. */
export function WaitingCalls() {
  const phone = usePhone()
  const queries = useQueryClient()
  const { accounts } = usePhoneState()
  const [call, setCall] = useState<Call>()
  const [isSigned, setSigned] = useState(false)
  // What confirms may stand in front of the app, and whoever asked waits for it.
  const listens = useVisible() || call !== undefined
  const links = accounts.flatMap((account) => account.links.map(({ linkId }) => linkId)).join(' ')

  useEffect(() => {
    if (links === '' || !listens) return
    const left = new AbortController()
    const somebody = {
      ask(asked: Call | undefined) {
        setCall(asked)
        if (asked !== undefined) setSigned(false)
      },
      signed: () => setSigned(true),
      forgotten: () => void queries.invalidateQueries({ queryKey: phoneKey }),
    }
    answerCalls(phone, somebody, left.signal).catch((cause) => {
      // It was locked at this very moment: the lock stands in front of everything, and this is begun anew behind it.
      if (!(cause instanceof KeeperRefusal)) throw cause
    })
    return () => left.abort()
  }, [phone, queries, links, listens])

  if (call !== undefined) return <CallDialog key={call.question.rpId} call={call} />
  return isSigned ? <Signed onClose={() => setSigned(false)} /> : null
}

function Signed({ onClose }: { onClose(): void }) {
  const { linked, frame } = useSaid()
  return (
    <Modal
      title={linked.call.done}
      lead={linked.call.doneLead}
      closeLabel={frame.close}
      open
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {frame.close}
        </Button>
      }
    />
  )
}
