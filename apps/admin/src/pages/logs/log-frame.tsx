import { ProblemNotice, useTimes } from '@latchkey/front'
import {
  Button,
  buttonClass,
  type Column,
  DataTable,
  EmptyState,
  PageHead,
  Skeleton,
  SwitchField,
} from '@latchkey/ui'
import { Download, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import type { useLog } from './use-log.ts'

/** What both logs look like. */
export interface LogFrameProps<E> {
  readonly log: 'signIns' | 'audit'
  readonly words: {
    readonly title: string
    readonly lead: string
    readonly caption: string
    readonly none: string
    readonly noneLead: string
  }
  readonly read: Omit<ReturnType<typeof useLog>, 'entries'> & { readonly entries: readonly E[] }
  readonly filter: string
  readonly fields: ReactNode
  readonly columns: readonly Column<E>[]
  /** A record where there is no room for a table. */
  toRow(entry: E): {
    readonly to: string
    readonly title: string
    readonly about: string
    readonly badge?: ReactNode
  }
  readonly isLive: boolean
  onLive(isLive: boolean): void
}

/** See `LogFrameProps`. */
export function LogFrame<E extends { readonly id: string }>(props: LogFrameProps<E>) {
  const { log, words, read, filter, fields, isLive, onLive } = props
  const { logs: said, frame } = useSaidIn('records')
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ExportLinks log={log} filter={filter} />} />
      {fields}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SwitchField label={said.live.label} hint={said.live.hint} on={isLive} onSwitch={onLive} />
        <p role="status" className="text-sm text-soft">
          {isLive && read.fresh.length > 0 ? said.live.came({ count: read.fresh.length }) : ''}
        </p>
      </div>
      {read.problem !== null && <ProblemNotice problem={read.problem} onRetry={read.retry} />}
      {read.pending && read.problem === null && <Skeleton label={frame.loading} lines={8} />}
      {!read.pending && read.entries.length === 0 && read.ended && (
        <EmptyState icon={<SearchX className="size-7" />} title={words.none}>
          {words.noneLead}
        </EmptyState>
      )}
      {!read.pending && (read.entries.length > 0 || !read.ended) && read.problem === null && (
        <Entries {...props} />
      )}
    </>
  )
}

function Entries<E extends { readonly id: string }>({ words, read, columns, toRow }: LogFrameProps<E>) {
  if (!useIsNarrow()) {
    return (
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={read.entries}
        keyOf={({ id }) => id}
        foot={<Foot read={read} />}
      />
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <ul aria-label={words.caption} className="divide-y divide-line rounded-2xl border border-line bg-paper">
        {read.entries.map((entry) => (
          <NarrowRow key={entry.id} row={toRow(entry)} />
        ))}
      </ul>
      <Foot read={read} />
    </div>
  )
}

function NarrowRow({ row }: { readonly row: ReturnType<LogFrameProps<never>['toRow']> }) {
  return (
    <li>
      <Link to={row.to} className="flex items-start justify-between gap-3 px-4 py-3 hover:bg-hover">
        <span className="min-w-0">
          <span className="block font-semibold">{row.title}</span>
          <span className="block text-sm text-soft">{row.about}</span>
        </span>
        {row.badge}
      </Link>
    </li>
  )
}

function Foot({
  read,
}: {
  readonly read: Pick<LogFrameProps<never>['read'], 'more' | 'busy' | 'lookedBackTo'>
}) {
  const { logs: said, frame } = useSaidIn('records')
  const times = useTimes()
  if (read.more === undefined) return <p className="text-sm text-soft">{said.paging.end}</p>
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button size="small" busy={read.busy ? frame.loading : undefined} onClick={read.more}>
        {said.paging.further}
      </Button>
      {read.lookedBackTo !== undefined && (
        <p className="text-sm text-soft">{said.paging.looking({ time: times.at(read.lookedBackTo) })}</p>
      )}
    </div>
  )
}

function ExportLinks({ log, filter }: { readonly log: string; readonly filter: string }) {
  const { export: said } = useSaidIn('records').logs
  const where = filter === '' ? '' : `&$filter=${encodeURIComponent(filter)}`
  const root = `/admin/api/v1.0/latchkey/logs/${log}/export`
  return (
    <fieldset className="flex flex-wrap gap-2" title={said.lead}>
      <legend className="sr-only">{said.title}</legend>
      {(['csv', 'jsonl'] as const).map((format) => (
        <a key={format} href={`${root}?format=${format}${where}`} download className={buttonClass('quiet')}>
          <Download aria-hidden className="size-4" />
          {said[format]}
        </a>
      ))}
    </fieldset>
  )
}
