import { useTimes } from '@latchkey/front'
import { Badge, buttonClass, Card, Facts, Notice } from '@latchkey/ui'
import { describeBrowser, findProblemWords } from '@latchkey/words'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import type { PassRequest, RequestContext } from './pass-request.ts'
import { StateBadge } from './state-badge.tsx'

/** Whom a request is about: enough to ask what only that person can answer. */
export function PersonCard({
  request,
  context,
}: {
  readonly request: PassRequest
  readonly context: RequestContext
}) {
  const { requests } = useSaid()
  const times = useTimes()
  const { person: text } = requests
  const facts: (readonly [string, string])[] = [
    [text.mail, context.mail ?? '–'],
    [text.since, times.day(context.memberSince)],
    [text.manager, context.manager?.displayName ?? text.noManager],
  ]
  if (context.roles.length > 0) facts.push([text.roles, context.roles.join(', ')])
  return (
    <Card
      title={text.card}
      lead={text.lead}
      actions={
        <Link to={`/people/${request.user.id}`} className={buttonClass('quiet', 'small')}>
          {text.open}
        </Link>
      }
    >
      <div className="flex flex-col gap-6">
        {request.user.accountEnabled === false && <Notice tone="bad" title={text.off} />}
        {context.pass?.isUsable === true && <Notice tone="warn" title={text.pass} />}
        <Facts items={facts} />
        <Methods methods={context.methods} />
        <SignIns signIns={context.signIns} />
        {context.earlierRequests.length > 0 && <Earlier requests={context.earlierRequests} />}
      </div>
    </Card>
  )
}

const line = 'flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2'

function Methods({ methods }: Pick<RequestContext, 'methods'>) {
  const { requests } = useSaid()
  const times = useTimes()
  const { person: text } = requests
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{text.methods}</h3>
      {methods.length === 0 && <p className="text-soft">{text.noMethods}</p>}
      <ul className="divide-y divide-line">
        {methods.map((method) => (
          <li key={`${method.kind} ${method.name ?? ''}`} className={line}>
            <span>
              {text[method.kind]}
              {method.name !== undefined && (
                <span className="text-soft"> · {method.model ?? method.name}</span>
              )}
              {method.kind !== 'password' && (
                <span className="block text-sm text-soft">
                  {method.lastUsedDateTime
                    ? text.lastUsed({ time: times.ago(method.lastUsedDateTime) })
                    : text.neverUsed}
                </span>
              )}
            </span>
            <span className="flex gap-2">
              {method.dormant === true && <Badge tone="bad">{text.dormant}</Badge>}
              {method.kind === 'passkey' && (
                <Badge>{method.synced === true ? text.synced : text.oneDevice}</Badge>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SignIns({ signIns }: Pick<RequestContext, 'signIns'>) {
  const said = useSaid()
  const times = useTimes()
  const { person: text } = said.requests
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{text.signIns}</h3>
      {signIns.length === 0 && <p className="text-soft">{text.noSignIns}</p>}
      <ul className="divide-y divide-line">
        {signIns.map((signIn) => (
          <li key={signIn.id} className={line}>
            <span>
              {times.at(signIn.createdDateTime)}
              <span className="block text-sm text-soft">
                {describeBrowser(signIn.userAgent, said)}, {signIn.ipAddress}
                {signIn.code !== null && ` · ${findProblemWords(said, signIn.code)?.title ?? signIn.code}`}
              </span>
            </span>
            <Badge tone={signIn.outcome === 'success' ? 'good' : 'plain'}>
              {signIn.outcome === 'success' ? text.worked : text.failed}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Earlier({ requests }: { readonly requests: readonly PassRequest[] }) {
  const said = useSaid()
  const times = useTimes()
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{said.requests.person.earlier}</h3>
      <ul className="divide-y divide-line">
        {requests.map((request) => (
          <li key={request.id} className={line}>
            <Link to={`/requests/${request.id}`} className="underline">
              {times.at(request.createdDateTime)}
            </Link>
            <StateBadge state={request.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
