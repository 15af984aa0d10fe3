import { useTimes } from '@latchkey/front'
import { Card, Notice } from '@latchkey/ui'
import { useSaid } from '../../said.ts'
import type { Approval, PassRequest } from './pass-request.ts'

/** What became of a request, by whom, and what they had checked. */
export function DecisionCard({ request }: { readonly request: PassRequest }) {
  const { requests } = useSaid()
  const times = useTimes()
  const { decision: text, states } = requests
  const { state, decision, firstApproval } = request
  if (decision === null || decision === undefined) return <Notice title={states[state]} />
  const when = { name: decision.by.displayName ?? text.nobody, time: times.at(decision.dateTime) }
  if (state === 'stopped') return <Notice tone="bad" title={text.stopped(when)} />
  return (
    <Card title={text.card}>
      <div className="flex flex-col gap-3">
        {firstApproval !== null && <Word approval={firstApproval} />}
        <p className="font-semibold">{state === 'approved' ? text.approvedBy(when) : text.refusedBy(when)}</p>
        {state === 'approved' && <CheckList approval={decision} />}
        {decision.note !== null && (
          <p className="break-words text-soft">
            {state === 'refused' && decision.note === 'manager' ? text.byManager : decision.note}
          </p>
        )}
      </div>
    </Card>
  )
}

function Word({ approval }: { readonly approval: Approval }) {
  const { requests } = useSaid()
  const times = useTimes()
  const name = approval.by.displayName ?? requests.decision.nobody
  return (
    <div>
      <p className="font-semibold">{requests.agreed({ name, time: times.at(approval.dateTime) })}</p>
      <CheckList approval={approval} />
    </div>
  )
}

function CheckList({ approval }: { readonly approval: Approval }) {
  const { check } = useSaid().requests.approving
  return (
    <ul className="list-disc pl-5 text-soft">
      {approval.checks.map((each) => (
        <li key={each}>{check[each]}</li>
      ))}
    </ul>
  )
}
