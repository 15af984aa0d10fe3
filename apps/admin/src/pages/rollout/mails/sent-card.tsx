import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Button, Card, DataTable, SelectField } from '@latchkey/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { mailsKey, mailsPath, type SentMail, sentStates } from './mails.ts'

/** Who got what, by what became of it. */
export function SentCard({
  isPaused,
  beginWith,
}: {
  readonly isPaused: boolean
  readonly beginWith: SentMail['state']
}) {
  const { rolloutMails: said } = useSaidIn('rollout')
  const client = useClient()
  const times = useTimes()
  const [state, setState] = useState(beginWith)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useInfiniteQuery({
    queryKey: [...mailsKey, 'sent', state],
    queryFn: ({ signal, pageParam }) => client.get<Page<SentMail>>(pageParam, { signal }),
    initialPageParam: `${mailsPath}/sent?state=${state}&$top=20`,
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  const mails = data?.pages.flatMap((page) => page.value) ?? []
  return (
    <Card title={said.who} lead={said.whoLead}>
      <div className="flex flex-col gap-4">
        <div className="max-w-60">
          <SelectField
            label={said.state}
            value={state}
            options={sentStates.map((value) => ({ value, label: said.states[value] }))}
            onChoose={(chosen) => setState(chosen)}
          />
        </div>
        {error && <ProblemNotice problem={error} />}
        {data !== undefined && mails.length === 0 && <p className="text-soft">{said.nobody}</p>}
        {mails.length > 0 && (
          <DataTable
            caption={`${said.who}: ${said.states[state]}`}
            rows={mails}
            keyOf={({ id }) => id}
            columns={[
              {
                name: 'person',
                label: said.person,
                show: ({ userId, displayName, userPrincipalName }) => (
                  <>
                    <Link className="font-semibold underline" to={`/people/${userId}`}>
                      {displayName ?? userId}
                    </Link>
                    <p className="text-sm text-soft">{userPrincipalName}</p>
                  </>
                ),
              },
              {
                name: 'mail',
                label: said.columns.mail,
                show: ({ kind, isAgain }) =>
                  isAgain ? `${said.kinds[kind]} (${said.isAgain})` : said.kinds[kind],
              },
              {
                name: 'when',
                label: said.when,
                show: ({ sentDateTime, plannedDateTime }) => times.at(sentDateTime ?? plannedDateTime),
              },
              ...(state === 'sent'
                ? [
                    {
                      name: 'opened',
                      label: said.columns.opened,
                      show: ({ openedDateTime }: SentMail) =>
                        openedDateTime === null ? '–' : times.at(openedDateTime),
                    },
                  ]
                : []),
              ...(state === 'failed' || state === 'waiting'
                ? [
                    {
                      name: 'why',
                      label: said.why,
                      show: ({ error: why }: SentMail) => (
                        <span className="break-words">{why === 'late' ? said.late : (why ?? '–')}</span>
                      ),
                    },
                  ]
                : []),
              {
                name: 'again',
                label: said.again,
                show: (mail) =>
                  mail.state === 'waiting' ? '–' : <SendAgain mail={mail} isPaused={isPaused} />,
              },
            ]}
            foot={
              hasNextPage && (
                <Button
                  size="small"
                  busy={isFetchingNextPage ? said.more : undefined}
                  onClick={() => fetchNextPage()}
                >
                  {said.more}
                </Button>
              )
            }
          />
        )}
      </div>
    </Card>
  )
}

function SendAgain({ mail, isPaused }: { readonly mail: SentMail; readonly isPaused: boolean }) {
  const { rolloutMails: said, frame } = useSaidIn('rollout')
  const client = useClient()
  const whyNot = useWhyNot('change the methods policy')
  const send = useChange({
    does: () => client.send('POST', `${mailsPath}/sent/${mail.id}/sendAgain`),
    refresh: [mailsKey],
    done: said.sentAgain,
  })
  return (
    // What is said to screen readers alone is placed by this, and not beyond the edge of the page.
    <div className="relative">
      <Button
        size="small"
        busy={send.busy ? frame.saving : undefined}
        unavailable={whyNot ?? (isPaused ? said.resumeFirst : undefined)}
        aria-label={`${said.again}: ${mail.displayName ?? mail.userId}`}
        onClick={() => send.run()}
      >
        {said.again}
      </Button>
      {send.problem && <ProblemNotice problem={send.problem} />}
    </div>
  )
}
