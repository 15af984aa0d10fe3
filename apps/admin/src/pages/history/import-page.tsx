import { ProblemNotice, useClient, usePageTitle } from '@latchkey/front'
import { Button, Card, EmptyState, Notice, PageHead } from '@latchkey/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FileInput } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Forecast } from '../../lock-out/rule-change.ts'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { type Choosable, ObjectPicker } from '../../pickers/object-picker.tsx'
import { groupsSource, peopleSource } from '../../pickers/sources.ts'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { ChangeList } from './change-list.tsx'
import type { Change } from './changes.ts'
import { type Exported, readExported } from './read-export.ts'

interface Stranger {
  readonly kind: 'user' | 'group'
  readonly id: string
  readonly path: string
}

interface ImportForecast extends Omit<Forecast, 'changed'> {
  readonly changed: readonly Change[]
  readonly strangers: readonly Stranger[]
  readonly leftOut: readonly { readonly what: string; readonly because?: string }[]
}

/** Take over the rules of another organisation. */
export function ImportPage() {
  const { history: words } = useSaidIn('rules')
  usePageTitle(words.importTitle)
  const [file, setFile] = useState<{ readonly name: string; readonly exported: Exported | undefined }>()
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setFile({ name: chosen.name, exported: readExported(await chosen.text()) })
  }
  return (
    <>
      <PageHead title={words.importTitle} />
      <Drop onFile={read} />
      {file !== undefined && file.exported === undefined && (
        <Notice tone="bad" title={words.importWrong} live="assertive" />
      )}
      {file?.exported && <Preview key={file.name} exported={file.exported} />}
    </>
  )
}

function Drop({ onFile }: { onFile(file: File | undefined): void }) {
  const { history: words } = useSaidIn('rules')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button below does the same.
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onFile(event.dataTransfer.files[0])
      }}
    >
      <EmptyState
        icon={<FileInput />}
        title={words.importDrop}
        action={<Button onClick={() => input.current?.click()}>{words.importChoose}</Button>}
      >
        <label htmlFor={id} className="sr-only">
          {words.importFile}
        </label>
        <input
          ref={input}
          id={id}
          type="file"
          accept="application/json,.json"
          tabIndex={-1}
          className="sr-only"
          onChange={({ target }) => onFile(target.files?.[0])}
        />
        {words.importLead}
      </EmptyState>
    </div>
  )
}

function Preview({ exported }: { readonly exported: Exported }) {
  const { history: words, frame } = useSaidIn('rules')
  const whyNot = useWhyNot('change conditional access')
  const client = useClient()
  const navigate = useNavigate()
  const [meant, setMeant] = useState<ReadonlyMap<string, Choosable>>(new Map())
  const replace = Object.fromEntries([...meant].map(([theirs, ours]) => [theirs, ours.id]))
  const body = { ...exported, replace }
  const { data, error, isFetching } = useQuery({
    queryKey: ['forecast', 'import', body],
    queryFn: ({ signal }) => client.send<ImportForecast>('POST', '/latchkey/rules/check', { body, signal }),
    retry: false,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const take = useRuleChange({
    request: () => ({ method: 'POST', path: '/latchkey/rules/import', body }),
    done: words.imported,
    after: () => navigate('/history'),
  })
  if (error) return <ProblemNotice problem={error} />
  if (data === undefined) return <p role="status">{words.checking}</p>
  const strangers = [...new Map([...data.strangers].map((each) => [each.id, each])).values()]
  const asked = [...strangers, ...[...meant.keys()].map(toKnown)]
  return (
    <>
      {asked.length > 0 && (
        <Card title={words.strangers} lead={words.strangersLead}>
          <ul className="grid gap-5 md:grid-cols-2">
            {asked.map(({ id, kind, path }) => (
              <li key={id}>
                <ObjectPicker
                  label={`${words.stranger[kind]} ${words.strangerNamed({ id })}`}
                  source={kind === 'user' ? peopleSource : groupsSource}
                  chosen={[meant.get(id)].filter((each) => each !== undefined)}
                  onChange={(chosen) => setMeant(withMeant(meant, id, chosen.at(-1)))}
                />
                <p className="mt-1 text-sm text-soft">{path}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card
        title={words.preview}
        actions={
          <Button
            look="primary"
            busy={take.busy ? frame.saving : isFetching ? words.checking : undefined}
            unavailable={
              whyNot !== undefined || strangers.length > 0
                ? (whyNot ?? words.strangersLead)
                : data.changed.length === 0
                  ? words.previewNone
                  : undefined
            }
            onClick={() => take.run()}
          >
            {words.takeOver}
          </Button>
        }
      >
        {data.changed.length === 0 ? <p>{words.previewNone}</p> : <ChangeList changes={data.changed} />}
        {data.leftOut.length > 0 && (
          <div className="mt-5">
            <Notice title={words.leftOut}>{data.leftOut.map(({ what }) => what).join(', ')}</Notice>
          </div>
        )}
        {take.problem && (
          <div className="mt-5">
            <ProblemNotice problem={take.problem} />
          </div>
        )}
      </Card>
      {take.dialog}
    </>
  )

  function toKnown(id: string): Stranger {
    return { id, kind: meant.get(id)?.about === undefined ? 'group' : 'user', path: '' }
  }
}

function withMeant(
  meant: ReadonlyMap<string, Choosable>,
  id: string,
  ours: Choosable | undefined,
): ReadonlyMap<string, Choosable> {
  const next = new Map(meant)
  if (ours === undefined) next.delete(id)
  else next.set(id, ours)
  return next
}
