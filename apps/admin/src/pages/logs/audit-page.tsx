import { useClient, usePageTitle, useTimes } from '@latchkey/front'
import { buttonClass, Card, CopyButton, Facts, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { useAuditWords } from './audit-words.ts'
import type { AuditEntry } from './log-entries.ts'

/** One change in full. */
export function AuditPage() {
  const { id = '' } = useParams()
  const { logs, common } = useSaidIn('records')
  const client = useClient()
  const times = useTimes()
  const said = useAuditWords()
  const { data: entry } = useSuspenseQuery({
    queryKey: ['logs', 'audit', 'one', id],
    queryFn: ({ signal }) =>
      client.get<AuditEntry>(`/latchkey/logs/audit/${encodeURIComponent(id)}`, { signal }),
  })
  const title = said.activity(entry)
  usePageTitle(title)
  const { fact } = logs.record
  const through = entry.actorKind === 'person' ? entry.actorAppName : null
  const items: readonly (readonly [string, ReactNode] | false)[] = [
    [fact.time, times.at(entry.createdDateTime)],
    [
      logs.audit.by,
      <>
        <Named id={entry.actorKind === 'person' ? entry.actorId : null}>{said.who(entry)}</Named>{' '}
        {through !== null && logs.audit.through({ app: through })}
      </>,
    ],
    [
      logs.audit.target,
      <Named key="target" id={entry.targetKind === 'person' ? entry.targetId : null}>
        {said.target(entry)}
      </Named>,
    ],
    entry.ipAddress !== null && [fact.address, entry.ipAddress],
    [fact.code, <code key="code">{entry.activity}</code>],
    [
      fact.reference,
      <span key="reference" className="flex flex-wrap items-center gap-3">
        <code className="break-all">{entry.correlationId}</code>
        <CopyButton text={entry.correlationId} words={common} />
        <Link
          to={`/audits?period=everything&correlation=${entry.correlationId}`}
          className="underline underline-offset-4"
        >
          {logs.record.sameReference}
        </Link>
      </span>,
    ],
  ]
  const changes = Object.entries(entry.detail)
  return (
    <>
      <p>
        <Link to="/audits" className={buttonClass('quiet', 'small')}>
          <ArrowLeft aria-hidden className="size-4" />
          {logs.record.back}
        </Link>
      </p>
      <PageHead title={title} lead={`${said.who(entry)} · ${times.at(entry.createdDateTime)}`} />
      <Card title={logs.record.facts}>
        <Facts items={items.filter((item) => item !== false)} />
      </Card>
      <Card title={logs.audit.changes}>
        {changes.length === 0 ? (
          <p className="text-soft">{logs.audit.nothing}</p>
        ) : (
          <Facts items={changes.map(([name, value]) => [name, <Said key={name} value={String(value)} />])} />
        )}
      </Card>
    </>
  )
}

function Said({ value }: { readonly value: string }) {
  return <span className="break-words">{value}</span>
}

function Named({ id, children }: { readonly id: string | null; readonly children: ReactNode }) {
  if (id === null) return children
  return (
    <Link to={`/people/${id}`} className="underline underline-offset-4">
      {children}
    </Link>
  )
}
