import { useBoot, useClient, usePageTitle, useTimes } from '@latchkey/front'
import { Button, Card, Facts, Notice, PageHead, Skeleton } from '@latchkey/ui'
import { describeBrowser } from '@latchkey/words'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { ApproveModal } from './approve-modal.tsx'
import { CallCard } from './call-card.tsx'
import { DecisionCard } from './decision-card.tsx'
import { GivenPass } from './given-pass.tsx'
import {
  type Approved,
  contextQuery,
  type PassRequest,
  type RequestContext,
  requestQuery,
} from './pass-request.ts'
import { PersonCard } from './person-card.tsx'
import { RefuseModal } from './refuse-modal.tsx'
import { StateBadge } from './state-badge.tsx'

/** One request: what was asked, whom it is about, and the decision. The pass is shown here, once. */
export function RequestPage() {
  const { requestId = '' } = useParams()
  const { requests: text } = useSaid()
  const client = useClient()
  const whyNot = useWhyNot('issue a pass')
  const { data: request } = useSuspenseQuery(requestQuery(client, requestId))
  const context = useQuery({ ...contextQuery(client, requestId), enabled: whyNot === undefined })
  const [given, setGiven] = useState<Approved>()
  const name = request.user.displayName ?? text.someone
  usePageTitle(name)
  return (
    <div className="flex flex-col gap-6">
      <BackLink to="/requests">{text.title}</BackLink>
      <PageHead
        title={name}
        lead={request.user.userPrincipalName}
        actions={<StateBadge state={request.state} />}
      />
      {given !== undefined && <GivenPass approved={given} onDone={() => setGiven(undefined)} />}
      {request.state === 'open' && given === undefined && (
        <Decide request={request} context={context.data} whyNot={whyNot} onApproved={setGiven} />
      )}
      {request.state !== 'open' && given === undefined && <DecisionCard request={request} />}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="flex flex-col gap-6">
          <AskedCard request={request} />
          {request.state === 'open' && <CallCard />}
        </div>
        {whyNot === undefined && <PersonColumn request={request} context={context.data} />}
      </div>
    </div>
  )
}

function PersonColumn({
  request,
  context,
}: {
  readonly request: PassRequest
  readonly context: RequestContext | undefined
}) {
  const { frame } = useSaid()
  return context === undefined ? (
    <Skeleton label={frame.loading} lines={8} />
  ) : (
    <PersonCard request={request} context={context} />
  )
}

function AskedCard({ request }: { readonly request: PassRequest }) {
  const said = useSaid()
  const times = useTimes()
  const { request: text } = said.requests
  const { lifetimeInMinutes: minutes, askedAgain } = request
  return (
    <Card title={text.card} lead={text.lead}>
      <Facts
        items={[
          [text.reason, request.reason],
          [text.contact, request.contact],
          ...(askedAgain === null
            ? []
            : [
                [
                  text.askedAgain,
                  text.againAt({ time: times.at(askedAgain.dateTime), contact: askedAgain.contact }),
                ] as const,
              ]),
          [text.start, request.startDateTime === null ? text.atOnce : times.at(request.startDateTime)],
          [
            text.lifetime,
            minutes === null ? text.asOrganisation : text.minutes({ minutes: String(minutes) }),
          ],
          [text.from, `${describeBrowser(request.userAgent, said)}, ${request.ipAddress}`],
          [text.at, times.at(request.createdDateTime)],
          [text.expires, times.at(request.expirationDateTime)],
        ]}
      />
    </Card>
  )
}

/** Whose turn it is, and the two buttons. */
function Decide({
  request,
  context,
  whyNot,
  onApproved,
}: {
  readonly request: PassRequest
  readonly context: RequestContext | undefined
  readonly whyNot: string | undefined
  onApproved(approved: Approved): void
}) {
  const { requests: text } = useSaid()
  const { person } = useBoot()
  const [asking, setAsking] = useState<'approve' | 'refuse'>()
  const { firstApproval } = request
  const waitsForManager =
    context?.approval === 'manager' && firstApproval === null && context.manager?.id !== person.userId
  const unavailable =
    whyNot ??
    (firstApproval?.by.id === person.userId
      ? text.already
      : waitsForManager
        ? text.managerNeeded({ name: context?.manager?.displayName ?? '' })
        : undefined)
  return (
    <div className="flex flex-col gap-4">
      <Turn request={request} context={context} />
      <div className="flex flex-wrap gap-3">
        <Button look="primary" unavailable={unavailable} onClick={() => setAsking('approve')}>
          {text.approve}
        </Button>
        <Button unavailable={whyNot} onClick={() => setAsking('refuse')}>
          {text.refuse}
        </Button>
      </div>
      {asking === 'approve' && context !== undefined && (
        <ApproveModal
          request={request}
          context={context}
          onClose={() => setAsking(undefined)}
          onApproved={onApproved}
        />
      )}
      {asking === 'refuse' && <RefuseModal request={request} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

function Turn({
  request: { firstApproval },
  context,
}: {
  readonly request: PassRequest
  readonly context: RequestContext | undefined
}) {
  const { requests: text } = useSaid()
  const times = useTimes()
  if (firstApproval !== null) {
    const name = firstApproval.by.displayName ?? text.decision.nobody
    return (
      <Notice tone="good" title={text.agreed({ name, time: times.ago(firstApproval.dateTime) })}>
        {text.twoNeeded}
      </Notice>
    )
  }
  if (context?.approval === 'two') return <Notice title={text.twoNeeded} />
  if (context?.approval === 'manager') {
    return <Notice title={text.managerNeeded({ name: context.manager?.displayName ?? '' })} />
  }
  return null
}
