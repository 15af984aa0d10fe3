import { ApiProblem, type Page } from '@latchkey/api'
import { ProblemNotice, useClient } from '@latchkey/front'
import { Badge, Button, Card, type Column, DataTable, Modal, Notice, useToast } from '@latchkey/ui'
import { useInfiniteQuery, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { readRefusal } from '../../lock-out/rule-change.ts'
import { useSaid } from '../../said.ts'
import type { ImportedLine, LineState, PeopleImport } from './import.ts'

const shownStates: readonly LineState[] = [
  'refused',
  'kept',
  'create',
  'change',
  'created',
  'changed',
  'undone',
  'unchanged',
]

const tones: Readonly<Partial<Record<LineState, 'good' | 'warn' | 'bad'>>> = {
  refused: 'bad',
  kept: 'warn',
  created: 'good',
  changed: 'good',
}

/** What a file would do or did, line by line, and the next step. */
export function ImportSteps({ importId }: { readonly importId: string }) {
  const { peopleImport: said, common } = useSaid()
  const client = useClient()
  const path = `/latchkey/people/imports/${importId}`
  const { data } = useSuspenseQuery({
    queryKey: ['imports', 'one', importId],
    queryFn: ({ signal }) => client.get<PeopleImport>(path, { signal }),
  })
  const steps = useSteps(path)
  const [asked, setAsked] = useState(false)
  const [chosen, setChosen] = useState<LineState>()
  const { counts } = steps.progress ?? data
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const left = (counts.create ?? 0) + (counts.change ?? 0)
  const mayUndo = ['committed', 'committing', 'undoing'].includes(data.state)
  const present = shownStates.filter((state) => (counts[state] ?? 0) > 0)
  const shown = chosen !== undefined && present.includes(chosen) ? chosen : present[0]
  const busy = steps.busy ? said.working({ done: all - left, all }) : undefined
  return (
    <>
      <Card
        title={said.preview({ name: data.name })}
        actions={
          <>
            {mayUndo && (
              <Button look="danger" busy={busy} onClick={() => setAsked(true)}>
                {said.undo}
              </Button>
            )}
            {data.state !== 'undone' && data.state !== 'undoing' && data.state !== 'committed' && (
              <Button
                look="primary"
                busy={busy}
                unavailable={left === 0 ? said.nothingToDo : undefined}
                onClick={() => steps.run({ what: 'carryOut' })}
              >
                {said.carryOut}
              </Button>
            )}
          </>
        }
      >
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {present.map((state) => (
            <li key={state}>
              <button
                type="button"
                aria-pressed={state === shown}
                onClick={() => setChosen(state)}
                className="flex w-full flex-col rounded-2xl border border-line bg-paper px-4 py-3 text-left hover:bg-hover aria-pressed:border-accent aria-pressed:ring-1 aria-pressed:ring-accent"
              >
                <span className="text-2xl font-bold tabular-nums">{counts[state]}</span>
                <span className="text-sm text-soft">{said.states[state]}</span>
              </button>
            </li>
          ))}
        </ul>
        {data.state === 'committed' && <p className="mt-4 text-soft">{said.finished}</p>}
        {data.state === 'undone' && <p className="mt-4 text-soft">{said.undone}</p>}
        {data.state === 'previewed' && left === 0 && <p className="mt-4 text-soft">{said.nothingToDo}</p>}
      </Card>
      {steps.problem && <StepProblem problem={steps.problem} onGoOn={steps.goOn} />}
      {shown !== undefined && <Lines path={path} importId={importId} state={shown} />}
      {asked && (
        <Modal
          open
          title={said.undoTitle}
          lead={said.undoLead}
          closeLabel={common.cancel}
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button onClick={() => setAsked(false)}>{common.cancel}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsked(false)
                  steps.run({ what: 'undo' })
                }}
              >
                {said.undo}
              </Button>
            </>
          }
        />
      )}
    </>
  )
}

interface Step {
  readonly what: 'carryOut' | 'undo'
  readonly acknowledge?: string
}

/** Carrying out and undoing go batch by batch: what was done stays done, whoever closes the page. */
function useSteps(path: string) {
  const { peopleImport: said } = useSaid()
  const client = useClient()
  const queries = useQueryClient()
  const tell = useToast()
  const [progress, setProgress] = useState<PeopleImport>()
  const [last, setLast] = useState<Step>()
  const mutation = useMutation({
    async mutationFn({ what, acknowledge }: Step) {
      for (;;) {
        const headers = acknowledge === undefined ? {} : { 'latchkey-acknowledge': acknowledge }
        const now = await client.send<PeopleImport>('POST', `${path}/${what}`, { headers })
        setProgress(now)
        if (now.done !== false) return
      }
    },
    onSuccess: (_, { what }) => tell(what === 'undo' ? said.undone : said.finished),
    async onSettled() {
      await queries.invalidateQueries({ queryKey: ['imports'] })
      await queries.invalidateQueries({ queryKey: ['people'] })
      setProgress(undefined)
    },
  })
  const run = (step: Step) => {
    setLast(step)
    mutation.mutate(step)
  }
  return {
    run,
    busy: mutation.isPending,
    problem: mutation.error,
    progress,
    goOn: (acknowledge: string) => last && run({ ...last, acknowledge }),
  }
}

function StepProblem({ problem, onGoOn }: { readonly problem: Error; onGoOn(acknowledge: string): void }) {
  const { peopleImport: said } = useSaid()
  const refusal = problem instanceof ApiProblem ? readRefusal(problem) : undefined
  if (refusal === undefined || refusal.lastAdministratorLost) return <ProblemNotice problem={problem} />
  const { affectedCount, acknowledge, affected } = refusal.shutOut
  return (
    <Notice
      tone="bad"
      title={said.blocks({ count: affectedCount })}
      live="assertive"
      actions={<Button onClick={() => onGoOn(acknowledge.value)}>{said.goOn}</Button>}
    >
      {affected
        .slice(0, 10)
        .map(({ displayName }) => displayName)
        .join(', ')}
    </Notice>
  )
}

function Lines({
  path,
  importId,
  state,
}: {
  readonly path: string
  readonly importId: string
  readonly state: LineState
}) {
  const { peopleImport: said, frame } = useSaid()
  const client = useClient()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['imports', 'lines', importId, state],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<ImportedLine>>(`${path}/lines?states=${state}&$top=100`, { signal })
        : client.next<Page<ImportedLine>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  if (error !== null) return <ProblemNotice problem={error} />
  const columns: readonly Column<ImportedLine>[] = [
    { name: 'line', label: said.line, numeric: true, show: ({ line }) => line },
    {
      name: 'who',
      label: said.who,
      show: ({ userId, userName, displayName, state: now }) => (
        <div className="min-w-48">
          {userId !== null && now !== 'undone' ? (
            <Link to={`/people/${userId}`} className="font-medium text-accent hover:underline">
              {displayName ?? userName}
            </Link>
          ) : (
            <span className="font-medium">{displayName ?? userName}</span>
          )}
          {displayName !== undefined && <p className="text-sm text-soft">{userName}</p>}
        </div>
      ),
    },
    {
      name: 'what',
      label: said.what,
      show: ({ state: now, reason }) => (
        <div className="flex min-w-56 flex-col items-start gap-1">
          <Badge tone={tones[now] ?? 'plain'}>{said.states[now]}</Badge>
          {reason !== null && <span className="text-sm">{said.reasons[reason]}</span>}
        </div>
      ),
    },
  ]
  return (
    <DataTable
      caption={said.states[state]}
      columns={columns}
      rows={data?.pages.flatMap(({ value }) => value) ?? []}
      keyOf={({ line }) => String(line)}
      foot={
        hasNextPage ? (
          <Button busy={isFetchingNextPage ? frame.loading : undefined} onClick={() => void fetchNextPage()}>
            {frame.more}
          </Button>
        ) : undefined
      }
    />
  )
}
