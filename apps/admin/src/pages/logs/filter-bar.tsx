import { Button, Card, SelectField, TextField } from '@latchkey/ui'
import { ListFilter } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { type LogSearch, periods } from './to-filter.ts'
import type { useSearch } from './use-search.ts'

type Searching = ReturnType<typeof useSearch>

/** What is looked for: what most people look for first, the rest behind a button. */
export function FilterBar({
  searching,
  rest,
  children,
  more,
}: {
  readonly searching: Searching
  /** The names of what stands behind the button: it is open where one of them is set. */
  readonly rest: readonly string[]
  readonly children: ReactNode
  readonly more: ReactNode
}) {
  const { filter: said } = useSaidIn('records').logs
  const { search, clear } = searching
  const [open, setOpen] = useState(rest.some((name) => search[name]))
  return (
    <Card
      title={said.title}
      actions={
        <>
          {Object.keys(search).length > 0 && (
            <Button size="small" onClick={clear}>
              {said.clear}
            </Button>
          )}
          <Button
            size="small"
            icon={<ListFilter aria-hidden className="size-4" />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? said.fewer : said.more}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">{children}</div>
      {open && <div className="mt-4 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">{more}</div>}
    </Card>
  )
}

/** How far back is looked; a span has a beginning and an end. */
export function PeriodFields({
  search,
  set,
  usual = 'day',
}: Pick<Searching, 'search' | 'set'> & { readonly usual?: (typeof periods)[number] }) {
  const { filter: said } = useSaidIn('records').logs
  const period = periods.find((each) => each === search['period']) ?? usual
  const labels = { ...said, span: `${said.from} … ${said.until}` }
  return (
    <>
      <SelectField
        label={said.period}
        value={period}
        options={periods.map((value) => ({ value, label: labels[value] }))}
        onChoose={(value) => set({ period: value === usual ? '' : value })}
      />
      {period === 'span' &&
        (['from', 'until'] as const).map((name) => (
          <TextField
            key={name}
            label={said[name]}
            type="datetime-local"
            value={search[name] ?? ''}
            onChange={({ target }) => set({ [name]: target.value })}
          />
        ))}
    </>
  )
}

/** A part of the search that is typed. */
export function SearchText({
  name,
  label,
  hint,
  searching,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly searching: { readonly search: LogSearch; set(change: LogSearch): void }
}) {
  return (
    <TextField
      label={label}
      hint={hint}
      type="search"
      value={searching.search[name] ?? ''}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => searching.set({ [name]: target.value })}
    />
  )
}
