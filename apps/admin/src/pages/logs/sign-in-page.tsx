import { useClient, usePageTitle, useSurroundings, useTimes } from '@latchkey/front'
import { Badge, buttonClass, Card, CopyButton, Facts, PageHead } from '@latchkey/ui'
import { describeBrowser } from '@latchkey/words'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useSaidIn } from '../../said.ts'
import type { SignInEntry } from './log-entries.ts'
import { outcomeTones, useSignInWords } from './sign-in-words.ts'
import { Why } from './why.tsx'

/** One sign-in in full: why it was let in or not, step by step, and everything the log knows of it. */
export function SignInPage() {
  const { id = '' } = useParams()
  const { logs } = useSaidIn('records')
  const client = useClient()
  const times = useTimes()
  const said = useSignInWords()
  const { data: entry } = useSuspenseQuery({
    queryKey: ['logs', 'signIns', 'one', id],
    queryFn: ({ signal }) =>
      client.get<SignInEntry>(`/latchkey/logs/signIns/${encodeURIComponent(id)}`, { signal }),
  })
  const { record } = logs
  const titles = { success: record.allowed, failure: record.refused, interrupted: record.interrupted }
  usePageTitle(titles[entry.outcome])
  return (
    <>
      <p>
        <Link to="/sign-ins" className={buttonClass('quiet', 'small')}>
          <ArrowLeft aria-hidden className="size-4" />
          {record.back}
        </Link>
      </p>
      <PageHead
        title={titles[entry.outcome]}
        lead={`${said.person(entry)} · ${times.at(entry.createdDateTime)}`}
        actions={<Badge tone={outcomeTones[entry.outcome]}>{logs.outcomes[entry.outcome]}</Badge>}
      />
      <Why entry={entry} />
      <Card title={record.facts}>
        <Details entry={entry} />
      </Card>
    </>
  )
}

function Details({ entry }: { readonly entry: SignInEntry }) {
  const { logs, common } = useSaidIn('records')
  const { words } = useSurroundings()
  const { fact } = logs.record
  const times = useTimes()
  const said = useSignInWords()
  const items: readonly (readonly [string, ReactNode] | false)[] = [
    [fact.time, times.at(entry.createdDateTime)],
    [fact.person, <PersonFact key="person" entry={entry} />],
    [fact.method, said.how(entry)],
    entry.appId !== null && [fact.app, entry.appDisplayName ?? entry.appId],
    [
      fact.address,
      <Link key="address" to={`/sign-ins?period=week&address=${entry.ipAddress}`} className={linkClass}>
        {entry.ipAddress}
      </Link>,
    ],
    entry.country !== null && [fact.country, entry.country],
    [fact.browser, describeBrowser(entry.userAgent, words)],
    entry.elapsedMilliseconds !== null && [fact.took, times.seconds(entry.elapsedMilliseconds)],
    entry.sessionId !== null && [fact.session, <code key="session">{entry.sessionId}</code>],
    entry.credentialId !== null && [
      fact.passkey,
      <code key="passkey" className="break-all">
        {entry.credentialId}
      </code>,
    ],
    entry.code !== '' && [fact.code, <code key="code">{entry.code}</code>],
    entry.detail !== null && [fact.detail, entry.detail],
    [
      fact.reference,
      <span key="reference" className="flex flex-wrap items-center gap-3">
        <code className="break-all">{entry.correlationId}</code>
        <CopyButton text={entry.correlationId} words={common} />
        <Link to={`/sign-ins?period=everything&correlation=${entry.correlationId}`} className={linkClass}>
          {logs.record.sameReference}
        </Link>
      </span>,
    ],
  ]
  return <Facts items={items.filter((item) => item !== false)} />
}

const linkClass = 'underline underline-offset-4'

function PersonFact({ entry }: { readonly entry: SignInEntry }) {
  const { record } = useSaidIn('records').logs
  const said = useSignInWords()
  if (entry.userId === null) return said.person(entry)
  return (
    <span className="flex flex-wrap gap-x-4">
      <Link to={`/people/${entry.userId}`} className={linkClass}>
        {said.person(entry)}
      </Link>
      <Link to={`/sign-ins?period=month&person=${entry.userId}`} className={linkClass}>
        {record.samePerson}
      </Link>
    </span>
  )
}
