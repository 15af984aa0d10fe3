import { ProblemNotice, useChange, useClient, usePageTitle, useTimes } from '@latchkey/front'
import { Badge, Button, buttonClass, List, ListRow, Modal, Notice, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Monitor, MonitorSmartphone, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { describePlace } from '../activity/activity.ts'

/** A place where somebody is signed in. */
interface OwnSession {
  readonly id: string
  readonly thisOne: boolean
  /** Absent: a device that showed a code. */
  readonly device?: string
  readonly phone: boolean
  readonly methods: readonly string[]
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly appsOnly: boolean
  /** Those that go on without the browser. */
  readonly apps: readonly { readonly name: string; readonly lastUsedAt: string }[]
  readonly ipAddress: string
  readonly country?: string
}

const sessionsKey = ['sessions']

/** Where somebody is signed in, and the way out of each place, and of all. */
export function SessionsPage() {
  const { sessions: text } = useSaid()
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => client.get<{ readonly value: readonly OwnSession[] }>('/sessions', { signal }),
  })
  usePageTitle(text.title)
  const others = data.value.filter(({ thisOne }) => !thisOne)
  const endOthers = useChange({
    does: () => client.send('POST', '/sessions/end-others', { body: {} }),
    refresh: [sessionsKey],
    done: text.ended,
  })
  const { common } = useSaid()
  return (
    <div className="flex flex-col gap-6">
      <PageHead title={text.title} lead={text.lead} />
      {endOthers.problem !== null && <ProblemNotice problem={endOthers.problem} />}
      <List label={text.list}>
        {data.value.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </List>
      <div className="flex flex-wrap gap-3">
        <Button
          unavailable={others.length === 0 ? text.noOthers : undefined}
          busy={endOthers.busy ? common.working : undefined}
          onClick={() => endOthers.run()}
        >
          {text.endOthers}
        </Button>
        <EndAll />
      </div>
      <Notice
        title={text.notKnown}
        actions={
          <Link to="/activity" className={buttonClass('quiet', 'small')}>
            {text.toActivity}
          </Link>
        }
      />
    </div>
  )
}

function SessionRow({ session }: { readonly session: OwnSession }) {
  const said = useSaid()
  const { sessions: text, activity, common } = said
  const times = useTimes()
  const client = useClient()
  const end = useChange({
    does: () => client.send('DELETE', `/sessions/${session.id}`),
    refresh: [sessionsKey],
    done: text.ended,
  })
  const device = session.device ?? text.deviceCode
  const names: Readonly<Record<string, string>> = activity.methods
  const methods = session.methods.map((method) => names[method] ?? method).join(', ')
  const Icon = session.device === undefined ? MonitorSmartphone : session.phone ? Smartphone : Monitor
  return (
    <ListRow
      icon={<Icon aria-hidden className="size-5" />}
      title={device}
      about={
        <>
          {methods !== '' && <span className="block">{text.with({ methods })}</span>}
          <span className="block">
            {text.since({
              time: times.at(session.createdAt),
              place: describePlace(session, said.language) ?? '',
            })}
          </span>
          <span className="block">
            {text.seen({ time: times.ago(session.lastSeenAt) })} ·{' '}
            {session.appsOnly ? text.appsOnly : text.until({ time: times.at(session.expiresAt) })}
          </span>
          {session.apps.map(({ name, lastUsedAt }) => (
            <span key={name} className="block">
              {text.app({ name, time: times.ago(lastUsedAt) })}
            </span>
          ))}
          {end.problem !== null && <ProblemNotice problem={end.problem} />}
        </>
      }
      badges={session.thisOne && <Badge tone="good">{text.thisOne}</Badge>}
      actions={
        !session.thisOne && (
          <Button
            size="small"
            aria-label={text.endNamed({ device })}
            busy={end.busy ? common.working : undefined}
            onClick={() => end.run()}
          >
            {text.end}
          </Button>
        )
      }
    />
  )
}

function EndAll() {
  const { sessions: text, frame, common } = useSaid()
  const client = useClient()
  const [asking, setAsking] = useState(false)
  const endAll = useChange({
    does: async () => {
      const answer = await client.send<{ readonly navigate: string }>('POST', '/sessions/end-all', {
        body: {},
      })
      location.assign(answer.navigate)
    },
  })
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {text.endAll}
      </Button>
      {asking && (
        <Modal
          open
          title={text.endAllTitle}
          lead={text.endAllLead}
          closeLabel={frame.close}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{text.stay}</Button>
              <Button
                look="danger"
                busy={endAll.busy ? common.working : undefined}
                onClick={() => endAll.run()}
              >
                {text.endAll}
              </Button>
            </>
          }
        >
          {endAll.problem !== null && <ProblemNotice problem={endAll.problem} />}
        </Modal>
      )}
    </>
  )
}
