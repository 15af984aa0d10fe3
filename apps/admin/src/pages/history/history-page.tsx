import { ProblemNotice, usePageTitle, useTimes } from '@latchkey/front'
import { Badge, Button, buttonClass, EmptyState, List, Modal, PageHead } from '@latchkey/ui'
import { FileClock, FileInput, GitCompare, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { useNamesOf } from '../access/rules.ts'
import { ChangeList } from './change-list.tsx'
import { useVersions, type Version } from './changes.ts'
import { CompareModal } from './compare-modal.tsx'

/** Every version of the rules, and the way back. */
export function HistoryPage() {
  const { history: words, frame } = useSaidIn('rules')
  usePageTitle(words.title)
  const { versions, hasNextPage, fetchNextPage, isFetchingNextPage } = useVersions()
  const [comparing, setComparing] = useState(false)
  const [restoring, setRestoring] = useState<number>()
  const names = useNamesOf(
    'users',
    versions.flatMap(({ by }) => by.userId ?? []),
  )
  const restore = useRuleChange<number>({
    request: (version) => ({ method: 'POST', path: '/latchkey/rules/restore', body: { version } }),
    done: words.restored,
  })
  const actions = (
    <>
      <Link to="/history/import" className={buttonClass()}>
        <FileInput aria-hidden className="size-5" />
        {words.import}
      </Link>
      {versions.length > 0 && (
        <Button icon={<GitCompare aria-hidden className="size-5" />} onClick={() => setComparing(true)}>
          {words.compare}
        </Button>
      )}
    </>
  )
  const newest = versions[0]?.version ?? 0
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={actions} />
      {restore.problem && <ProblemNotice problem={restore.problem} />}
      {versions.length === 0 ? (
        <EmptyState icon={<FileClock />} title={words.none}>
          {words.noneLead}
        </EmptyState>
      ) : (
        <List label={words.list}>
          {versions.map((version) => (
            <VersionRow
              key={version.version}
              version={version}
              isNow={version.version === newest}
              name={nameOf(version)}
              onRestore={() => setRestoring(version.version)}
            />
          ))}
        </List>
      )}
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage ? frame.loading : undefined} onClick={() => fetchNextPage()}>
            {frame.more}
          </Button>
        </div>
      )}
      {comparing && <CompareModal newest={newest} onClose={() => setComparing(false)} />}
      {restoring !== undefined && (
        <Modal
          open
          title={words.restoreTitle({ version: restoring })}
          lead={words.restoreLead}
          closeLabel={frame.close}
          onClose={() => setRestoring(undefined)}
          actions={
            <>
              <Button onClick={() => setRestoring(undefined)}>{frame.close}</Button>
              <Button
                look="primary"
                onClick={() => {
                  setRestoring(undefined)
                  restore.look(restoring)
                }}
              >
                {words.restore}
              </Button>
            </>
          }
        />
      )}
      {restore.dialog}
    </>
  )

  function nameOf({ by }: Version): string {
    if (by.userId !== undefined) return names.get(by.userId) ?? words.unknown
    if (by.kind === 'operator') return words.operator
    return by.kind === 'app' ? words.app : words.system
  }
}

function VersionRow({
  version: { version, at, changes },
  isNow,
  name,
  onRestore,
}: {
  readonly version: Version
  readonly isNow: boolean
  readonly name: string
  onRestore(): void
}) {
  const { history: words } = useSaidIn('rules')
  const whyNot = useWhyNot('change conditional access')
  const times = useTimes()
  const [open, setOpen] = useState(false)
  return (
    <li className="px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-52 flex-1">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{words.version({ version })}</span>
            {isNow && <Badge tone="good">{words.current}</Badge>}
            <span className="text-soft">
              <time dateTime={at}>{times.at(at)}</time>, {words.by({ name })}
            </span>
          </p>
          <p className="mt-0.5">
            {changes
              .map((each) => `${each.displayName ?? words.kind[each.kind]}: ${words.change[each.change]}`)
              .join(' · ')}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.fewer : words.details}
          </Button>
          {!isNow && (
            <Button
              size="small"
              icon={<Undo2 aria-hidden className="size-4" />}
              aria-label={`${words.restore}: ${words.version({ version })}`}
              unavailable={whyNot}
              onClick={onRestore}
            >
              {words.restore}
            </Button>
          )}
        </div>
      </div>
      {open && (
        <div className="mt-4">
          <ChangeList changes={changes} />
        </div>
      )}
    </li>
  )
}
