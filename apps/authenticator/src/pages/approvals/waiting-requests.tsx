import { usePhone } from '../../phone/use-phone.ts'
import { RequestDialog } from './request-dialog.tsx'
import { answerRequest, useWaiting } from './use-waiting.ts'

/** Whatever page is open: a sign-in that waits stands in front of it, one at a time. */
export function WaitingRequests() {
  const phone = usePhone()
  const { waiting, settle } = useWaiting()
  const [first] = waiting
  if (first === undefined) return null
  return (
    <RequestDialog
      key={first.request.requestId}
      request={first.request}
      onAnswer={(answer) => answerRequest(phone, first, answer)}
      onClose={() => settle(first.request.requestId)}
    />
  )
}
