import { useTimes } from '@latchkey/front'
import { Button, CopyButton, Modal } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import type { MadeLogStream } from './log-stream.ts'

/** The secret of a webhook, the one time it is shown. */
export function SecretModal({ stream, onClose }: { readonly stream: MadeLogStream; onClose(): void }) {
  const { logStreams, frame, common } = useSaidIn('records')
  const { secret: said } = logStreams
  const times = useTimes()
  const secret = stream.secret ?? ''
  return (
    <Modal
      open
      title={said.title}
      lead={said.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {said.done}
        </Button>
      }
    >
      <div className="flex flex-wrap items-center gap-3 rounded-xl bg-hover px-4 py-3">
        <code className="min-w-0 flex-1 break-all">{secret}</code>
        <CopyButton text={secret} words={common} />
      </div>
      {stream.formerSecretUntil !== null && (
        <p className="mt-3 text-sm text-soft">{said.former({ time: times.at(stream.formerSecretUntil) })}</p>
      )}
    </Modal>
  )
}
