import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Badge, Button, DataTable, SelectField } from '@latchkey/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { getEvery } from '../../../get-every.ts'
import { saveAs, toCsv } from '../../../lock-out/to-csv.ts'
import { useSaidIn } from '../../../said.ts'
import { useSystemName } from './rehearsal-card.tsx'
import { type Rehearsal, type RehearsedPerson, type Wave, wavesKey, wavesPath } from './wave.ts'

const tones = { passes: 'good', fails: 'bad', notSeen: 'warn' } as const

/** Everybody of a wave by name, those of one kind if somebody asks, and all of them as a file. */
export function RehearsalList({ wave, rehearsal }: { readonly wave: Wave; readonly rehearsal: Rehearsal }) {
  const { waves, frame } = useSaidIn('rollout')
  const { rehearsal: said } = waves
  const client = useClient()
  const systemName = useSystemName()
  const reasons = useReasons()
  const [outcome, setOutcome] = useState<string>(rehearsal.outcomes.fails > 0 ? 'fails' : '')
  const [because, setBecause] = useState('')
  const [platform, setPlatform] = useState('')
  const search = new URLSearchParams(
    Object.entries({ outcome, because, platform }).filter(([, value]) => value !== ''),
  ).toString()
  const path = `${wavesPath}/${wave.id}/rehearsal/people?${search}`
  const read = useInfiniteQuery({
    queryKey: [...wavesKey, 'rehearsed', wave.id, wave.version, search],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<RehearsedPerson>>(`${path}&$top=50`, { signal })
        : client.next<Page<RehearsedPerson>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  const words = wave.kind === 'enforcement' ? said.outcome : said.invitation
  const save = useChange({
    async does() {
      const people = await getEvery<RehearsedPerson>(client, `${path}&$top=999`, {
        signal: new AbortController().signal,
      })
      const head = [said.person, 'userPrincipalName', said.result, said.why, said.whatToDo, said.platforms]
      const rows = people.map((person) => [
        person.displayName ?? person.id,
        person.userPrincipalName ?? '',
        words[person.outcome],
        person.because.map(reasons.why).join('; '),
        person.because.map(reasons.whatToDo).join('; '),
        person.platforms.map((there) => systemName(there.platform)).join('; '),
      ])
      // With a mark of its encoding: spreadsheets guess wrong without.
      saveAs(said.csvName, `\uFEFF${toCsv([head, ...rows])}`, 'text/csv')
    },
  })
  const all = { value: '', label: said.filter.all }
  const people = read.data?.pages.flatMap(({ value }) => value) ?? []
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={said.filter.outcome}
          value={outcome}
          options={[
            all,
            ...(['passes', 'fails', 'notSeen'] as const).map((value) => ({ value, label: words[value] })),
          ]}
          onChoose={setOutcome}
        />
        <SelectField
          label={said.filter.reason}
          value={because}
          options={[all, ...rehearsal.because.map(({ name }) => ({ value: name, label: reasons.why(name) }))]}
          onChoose={setBecause}
        />
        <SelectField
          label={said.filter.platform}
          value={platform}
          options={[
            all,
            ...rehearsal.platforms.map((each) => ({
              value: each.platform,
              label: systemName(each.platform),
            })),
          ]}
          onChoose={setPlatform}
        />
        <Button
          icon={<Download aria-hidden className="size-4" />}
          busy={save.busy ? frame.saving : undefined}
          onClick={() => save.run()}
        >
          {said.csv}
        </Button>
      </div>
      {read.data !== undefined && people.length === 0 && (
        <p role="status" className="text-soft">
          {said.none}
        </p>
      )}
      {people.length > 0 && (
        <DataTable
          caption={said.lead}
          rows={people}
          keyOf={({ id }) => id}
          foot={read.hasNextPage && <Button onClick={() => void read.fetchNextPage()}>{frame.more}</Button>}
          columns={[
            { name: 'person', label: said.person, show: (person) => <PersonName person={person} /> },
            {
              name: 'result',
              label: said.result,
              show: (person) => <Badge tone={tones[person.outcome]}>{words[person.outcome]}</Badge>,
            },
            { name: 'why', label: said.why, show: (person) => <Why person={person} /> },
            {
              name: 'todo',
              label: said.whatToDo,
              show: ({ because: names }) => names.map((name) => <p key={name}>{reasons.whatToDo(name)}</p>),
            },
          ]}
        />
      )}
      {read.error !== null && <ProblemNotice problem={read.error} />}
      {save.problem !== null && <ProblemNotice problem={save.problem} />}
    </section>
  )
}

/** Somebody, and the way to what they have. */
export function PersonName({
  person,
}: {
  readonly person: Pick<RehearsedPerson, 'id' | 'displayName' | 'userPrincipalName'>
}) {
  return (
    <>
      <Link to={`/people/${person.id}`} className="font-semibold text-accent hover:underline">
        {person.displayName ?? person.id}
      </Link>
      <span className="block text-sm text-soft">{person.userPrincipalName}</span>
    </>
  )
}

function Why({ person }: { readonly person: RehearsedPerson }) {
  const { rehearsal: said } = useSaidIn('rollout').waves
  const reasons = useReasons()
  const systemName = useSystemName()
  const systems = person.platforms.filter((each) => each.outcome === 'fails')
  return (
    <>
      {person.because.map((name) => (
        <p key={name}>{reasons.why(name)}</p>
      ))}
      {systems.length > 0 && (
        <p className="text-sm text-soft">{systems.map((each) => systemName(each.platform)).join(', ')}</p>
      )}
      {person.policies.length > 0 && (
        <p className="text-sm text-soft">{said.policies({ names: person.policies.join(', ') })}</p>
      )}
    </>
  )
}

/** Reasons by name, as far as there is a word for them, and what to do. */
export function useReasons() {
  const { rehearsal } = useSaidIn('rollout').waves
  const why: Readonly<Record<string, string>> = rehearsal.reasons
  const todo: Readonly<Record<string, string>> = rehearsal.todo
  return { why: (name: string) => why[name] ?? name, whatToDo: (name: string) => todo[name] ?? '' }
}
