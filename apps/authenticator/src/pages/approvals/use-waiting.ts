import type {
  ApprovalAnswerKind,
  ApprovalOutcomeAnswer,
  WaitingRequest,
  WaitingRequestsAnswer,
} from '@latchkey/api/authenticator'
import { useCallback, useEffect, useState } from 'react'
import type { Phone, PhoneAccount } from '../../phone/open-phone.ts'
import { usePhone, usePhoneState } from '../../phone/use-phone.ts'
import { findApprovalKey } from './approval-keys.ts'
import { signApproval } from './sign-approval.ts'

/** A sign-in that waits, and the account it is about. */
export interface Waiting {
  readonly account: PhoneAccount
  readonly request: WaitingRequest
}

/** How long the server may keep us waiting, and how long we rest after a failure. */
const waitSeconds = 20
const restMilliseconds = 5000

/** Ask for every account on this phone, for as long as the app is seen, whether a sign-in waits. */
export function useWaiting(): {
  readonly waiting: readonly Waiting[]
  readonly settle: (id: string) => void
} {
  const phone = usePhone()
  const { accounts } = usePhoneState()
  const [asked, setAsked] = useState<ReadonlyMap<string, WaitingRequest>>(new Map())
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const ids = accounts.map(({ id }) => id).join(' ')

  useEffect(() => {
    const left = new AbortController()
    const put = (id: string, request: WaitingRequest | undefined) =>
      setAsked((before) => {
        const after = new Map(before)
        if (request === undefined) after.delete(id)
        else after.set(id, request)
        return after
      })
    for (const id of ids.split(' ')) if (id !== '') void watch(phone, id, put, left.signal)
    return () => left.abort()
  }, [phone, ids])

  const settle = useCallback((id: string) => setSettled((before) => new Set([...before, id])), [])
  const waiting = accounts.flatMap((account) => {
    const request = asked.get(account.id)
    return request === undefined || settled.has(request.requestId) ? [] : [{ account, request }]
  })
  return { waiting, settle }
}

async function watch(
  phone: Phone,
  id: string,
  put: (id: string, request: WaitingRequest | undefined) => void,
  left: AbortSignal,
): Promise<void> {
  while (!left.aborted) {
    if (document.visibilityState === 'hidden' || !navigator.onLine || !(await findApprovalKey(id))) {
      await rest(left)
      continue
    }
    try {
      const askedAt = performance.now()
      const api = await phone.api(id)
      const { requests } = await api.send<WaitingRequestsAnswer>('GET', `/requests?wait=${waitSeconds}`)
      if (left.aborted) return
      put(id, requests[0])
      // What waits is shown; whether it still does is asked again in a while. So it is when another window took our place.
      const isEarly = performance.now() - askedAt < restMilliseconds
      if (requests.length > 0 || isEarly) await rest(left)
    } catch {
      await rest(left)
    }
  }
}

function rest(left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, restMilliseconds)
    left.addEventListener('abort', done, { once: true })
    document.addEventListener('visibilitychange', done, { once: true })
    function done() {
      clearTimeout(timer)
      left.removeEventListener('abort', done)
      document.removeEventListener('visibilitychange', done)
      resolve()
    }
  })
}

/** Answer a request. @throws ApiProblem, KeeperRefusal */
export async function answerRequest(
  phone: Phone,
  { account, request }: Waiting,
  answer: { readonly kind: ApprovalAnswerKind; readonly number?: string },
): Promise<ApprovalOutcomeAnswer> {
  const key = await findApprovalKey(account.id)
  if (key === undefined) throw new TypeError('this phone approves nothing for this account')
  const { tenantId } = account.kept.account
  // The server's clock, by what it says of when it asked: this phone's own may be wrong.
  const at = new Date(Date.parse(request.expiresAt) - 1000 * 30)
  const approval = await signApproval(key, { tenantId, request, at, ...answer })
  const api = await phone.api(account.id)
  return await api.send('POST', `/requests/${encodeURIComponent(request.requestId)}/answer`, { approval })
}
