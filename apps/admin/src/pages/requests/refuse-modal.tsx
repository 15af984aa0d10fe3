import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, TextArea } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import { type PassRequest, requestsKey } from './pass-request.ts'

/** Why a request is refused. */
export function RefuseModal({ request, onClose }: { readonly request: PassRequest; onClose(): void }) {
  const { requests, frame, common } = useSaid()
  const { refusing: text } = requests
  const client = useClient()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const refuse = useChange({
    does: async () => {
      await client.send('POST', `/latchkey/passRequests/${request.id}/refuse`, {
        body: { reason: reason.trim() },
      })
      onClose()
    },
    refresh: [requestsKey],
    done: text.done,
  })
  const isMissing = reason.trim() === ''
  return (
    <Modal
      open
      title={text.title({ name: request.user.displayName ?? requests.someone })}
      lead={text.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button
            look="danger"
            busy={refuse.busy ? common.working : undefined}
            onClick={() => (isMissing ? setAsked(true) : refuse.run())}
          >
            {text.submit}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 p-1">
        {refuse.problem !== null && <ProblemNotice problem={refuse.problem} />}
        <TextArea
          label={text.reason}
          hint={text.reasonHint}
          error={asked && isMissing ? text.reasonNeeded : undefined}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Modal>
  )
}
