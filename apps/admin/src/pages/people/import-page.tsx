import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle, useTimes } from '@latchkey/front'
import { Badge, Button, buttonClass, Card, List, ListRow, Notice, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useSaid } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { BackLink } from './back-link.tsx'
import { type PeopleImport, toParts } from './import.ts'
import { ImportSteps } from './import-steps.tsx'

/** People from a file: what it would do, doing it, and taking it back. */
export function ImportPage() {
  const { importId } = useParams()
  const { peopleImport: said, person } = useSaid()
  usePageTitle(said.title)
  return (
    <>
      <BackLink to="/people">{person.back}</BackLink>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          importId !== undefined && (
            <Link to="/people/import" className={buttonClass()}>
              {said.another}
            </Link>
          )
        }
      />
      {importId === undefined ? (
        <>
          <ChooseFile />
          <EarlierImports />
        </>
      ) : (
        <ImportSteps importId={importId} />
      )}
    </>
  )
}

function ChooseFile() {
  const { peopleImport: said } = useSaid()
  const client = useClient()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const notPermitted = useWhyNot('change people')
  const [unreadable, setUnreadable] = useState<PeopleImport>()
  const bring = useChange({
    async does(file: File) {
      setUnreadable(undefined)
      const text = await file.text()
      const begun = await client.send<PeopleImport>('POST', '/latchkey/people/imports', {
        body: { name: file.name },
      })
      const path = `/latchkey/people/imports/${begun.id}`
      for (const [number, part] of toParts(text).entries()) {
        await client.send('POST', `${path}/parts`, { body: { number, text: part } })
      }
      return await client.send<PeopleImport>('POST', `${path}/preview`)
    },
    refresh: [['imports']],
    after(read) {
      if (read.problem === null || read.problem === undefined) navigate(`/people/import/${read.id}`)
      else setUnreadable(read)
    },
  })
  const problem = unreadable?.problem
  return (
    <Card title={said.choose} lead={said.columns}>
      <div className="flex flex-col gap-4">
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label={said.choose}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file !== undefined) bring.run(file)
            target.value = ''
          }}
        />
        <div>
          <Button
            look="primary"
            icon={<FileSpreadsheet aria-hidden className="size-4" />}
            unavailable={notPermitted}
            busy={bring.busy ? said.reading : undefined}
            onClick={() => input.current?.click()}
          >
            {said.choose}
          </Button>
        </div>
        {problem && (
          <Notice tone="bad" title={said.unreadable} live="assertive">
            {problem.line !== null && `${said.atLine({ line: problem.line })}: `}
            {wordsOf(said, problem)}
          </Notice>
        )}
        {bring.problem && <ProblemNotice problem={bring.problem} />}
      </div>
    </Card>
  )
}

function wordsOf(
  { problems }: ReturnType<typeof useSaid>['peopleImport'],
  { because, column }: NonNullable<PeopleImport['problem']>,
): string {
  const words = problems[because]
  return typeof words === 'string' ? words : words({ column: column ?? '' })
}

function EarlierImports() {
  const { peopleImport: said } = useSaid()
  const { at } = useTimes()
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['imports', 'list'],
    queryFn: ({ signal }) => client.get<Page<PeopleImport>>('/latchkey/people/imports', { signal }),
  })
  const shown = data.value.filter(({ state }) => state !== 'draft')
  if (shown.length === 0) return null
  return (
    <Card title={said.recent}>
      <List label={said.recent}>
        {shown.map((each) => (
          <ListRow
            key={each.id}
            icon={<FileSpreadsheet className="size-5" />}
            title={
              <Link to={`/people/import/${each.id}`} className="text-accent hover:underline">
                {each.name}
              </Link>
            }
            about={at(each.createdDateTime)}
            badges={<Badge>{said.importStates[each.state]}</Badge>}
          />
        ))}
      </List>
    </Card>
  )
}
