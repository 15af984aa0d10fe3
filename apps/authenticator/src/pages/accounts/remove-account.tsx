import { ApiProblem } from '@latchkey/api'
import { ProblemNotice, useChange } from '@latchkey/front'
import { Button, Modal } from '@latchkey/ui'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { phoneKey, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'

/** The way to take an account off this phone, here and at the organisation at once. */
export function RemoveAccount({ account }: { readonly account: PhoneAccount }) {
  const { accounts: text } = useSaid()
  const [asks, setAsks] = useState(false)
  return (
    <div className="grid">
      <Button look="danger" icon={<Trash2 aria-hidden className="size-5" />} onClick={() => setAsks(true)}>
        {text.remove}
      </Button>
      {asks && <Question account={account} onClose={() => setAsks(false)} />}
    </div>
  )
}

function Question({ account, onClose }: { readonly account: PhoneAccount; onClose(): void }) {
  const { accounts: text, frame, common } = useSaid()
  const phone = usePhone()
  const navigate = useNavigate()
  const leave = async (does: () => Promise<void>) => {
    await does()
    await navigate('/')
  }
  const both = useChange({
    does: () => leave(() => phone.remove(account.id)),
    refresh: [phoneKey],
    done: text.removeDone,
  })
  const here = useChange({
    does: () => leave(() => phone.forget(account.id)),
    refresh: [phoneKey],
    done: text.removeDone,
  })
  const untold = both.problem instanceof ApiProblem
  return (
    <Modal
      open
      title={text.removeTitle({ name: account.kept.account.userName })}
      lead={text.removeLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text.keep}</Button>
          {untold && (
            <Button look="danger" onClick={() => here.run()}>
              {text.removeHere}
            </Button>
          )}
          <Button look="danger" busy={both.busy ? common.working : undefined} onClick={() => both.run()}>
            {untold ? frame.tryAgain : text.remove}
          </Button>
        </>
      }
    >
      {both.problem !== null && (
        <div className="flex flex-col gap-3">
          <ProblemNotice problem={both.problem} />
          {untold && <p className="text-sm text-soft">{text.removeHereLead}</p>}
        </div>
      )}
    </Modal>
  )
}
