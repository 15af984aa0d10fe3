import { ProblemNotice } from '@latchkey/front'
import { Button, Card } from '@latchkey/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { findApprovalKey } from './approval-keys.ts'
import { needsOwner, ProveOwner } from './prove-owner.tsx'
import { setUpApprovals, stopApprovals } from './set-up-approvals.ts'

/** Whether this phone approves an account's sign-ins, and how to change that. */
export function ApprovalsCard({ account }: { readonly account: PhoneAccount }) {
  const { approvals: text } = useSaid()
  const phone = usePhone()
  const queries = useQueryClient()
  const queryKey = ['approvals', account.id]
  const { data: isOn } = useQuery({
    queryKey,
    queryFn: async () => (await findApprovalKey(account.id))?.deviceId === account.kept.device.deviceId,
    networkMode: 'always',
  })
  const onSuccess = () => queries.invalidateQueries({ queryKey })
  const words = { title: text.notificationTitle, body: text.notificationBody }
  const turnOn = useMutation({
    mutationFn: () => setUpApprovals(phone, account, { wakes: 'ask', words }),
    onSuccess,
  })
  const turnOff = useMutation({ mutationFn: () => stopApprovals(phone, account.id), onSuccess })
  const offered = account.seen?.answer.offers.push === true
  if (isOn === undefined || (!isOn && !offered)) return null
  const asksOwner = needsOwner(turnOn.error)
  const problem = asksOwner ? turnOff.error : (turnOn.error ?? turnOff.error)
  return (
    <Card title={text.title} lead={isOn ? text.onLead : text.offLead}>
      {problem !== null && <ProblemNotice problem={problem} />}
      {asksOwner && <ProveOwner account={account} onProven={() => turnOn.mutate()} />}
      {turnOn.data?.subscribed === false && <p className="mb-4 text-sm text-soft">{text.notWoken}</p>}
      <div className="grid gap-3">
        {isOn ? (
          <Button onClick={() => turnOff.mutate()} busy={turnOff.isPending ? text.sending : undefined}>
            {text.turnOff}
          </Button>
        ) : asksOwner ? null : (
          <Button onClick={() => turnOn.mutate()} busy={turnOn.isPending ? text.sending : undefined}>
            {text.turnOn}
          </Button>
        )}
      </div>
    </Card>
  )
}
