import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, useSurroundings, useTimes } from '@latchkey/front'
import { Badge, Button, Card, List, ListRow } from '@latchkey/ui'
import { describeBrowser } from '@latchkey/words'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import type { PersonInFull } from './person.ts'
import { Question } from './question.tsx'
import { personKeys, useMayTo } from './use-person.ts'

interface SessionRow {
  readonly id: string
  readonly createdDateTime: string
  readonly lastSeenDateTime: string
  readonly ipAddress: string
  readonly userAgent: string
  readonly isThisOne: boolean
  readonly isAppsOnly: boolean
  /** Those that go on without the browser. */
  readonly apps: readonly {
    readonly appId: string
    readonly displayName: string
    readonly lastUsedDateTime: string
  }[]
}

/** Where a person is signed in. */
export function SessionsTab({ person }: { readonly person: PersonInFull }) {
  const {
    person: { sessions: said },
    common,
  } = useSaid()
  const { words } = useSurroundings()
  const { at, ago } = useTimes()
  const client = useClient()
  const mayTo = useMayTo(person)
  const [asked, setAsked] = useState(false)
  const path = `/latchkey/people/${person.id}/sessions`
  const { data } = useSuspenseQuery({
    queryKey: ['people', 'sessions', person.id],
    queryFn: ({ signal }) => client.get<Page<SessionRow>>(path, { signal }),
  })
  const end = useChange({
    does: (sessionId: string) => client.send('DELETE', `${path}/${sessionId}`),
    refresh: personKeys,
    done: said.ended,
  })
  const endAll = useChange({
    does: () => client.send('POST', `/users/${person.id}/revokeSignInSessions`),
    refresh: personKeys,
    done: said.ended,
    after: () => setAsked(false),
  })
  return (
    <Card
      title={said.title}
      actions={
        <Button
          size="small"
          look="danger"
          unavailable={mayTo('end sessions') ?? (data.value.length === 0 ? said.none : undefined)}
          onClick={() => setAsked(true)}
        >
          {said.endAll}
        </Button>
      }
    >
      {data.value.length === 0 && <p className="text-soft">{said.none}</p>}
      {data.value.length > 0 && (
        <List label={said.title}>
          {data.value.map((session) => (
            <ListRow
              key={session.id}
              icon={<Monitor className="size-5" />}
              title={describeBrowser(session.userAgent, words)}
              about={
                <>
                  {said.since({ when: at(session.createdDateTime), seen: ago(session.lastSeenDateTime) })}
                  <br />
                  {session.ipAddress}
                  {session.isAppsOnly && (
                    <>
                      <br />
                      {said.appsOnly}
                    </>
                  )}
                  {session.apps.map(({ appId, displayName, lastUsedDateTime }) => (
                    <span key={appId} className="block">
                      {said.app({ name: displayName, time: ago(lastUsedDateTime) })}
                    </span>
                  ))}
                </>
              }
              badges={session.isThisOne && <Badge tone="good">{said.thisOne}</Badge>}
              actions={
                <Button
                  size="small"
                  unavailable={mayTo('end sessions')}
                  busy={end.busy ? common.working : undefined}
                  onClick={() => end.run(session.id)}
                >
                  {said.end}
                </Button>
              }
            />
          ))}
        </List>
      )}
      {end.problem && <ProblemNotice problem={end.problem} />}
      {asked && (
        <Question
          title={said.endAllTitle({ name: person.displayName })}
          lead={said.endAllLead}
          yes={said.endAll}
          change={endAll}
          onClose={() => setAsked(false)}
        />
      )}
    </Card>
  )
}
