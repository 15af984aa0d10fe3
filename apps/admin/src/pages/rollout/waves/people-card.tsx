import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Card, DataTable, Modal } from '@latchkey/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRuleChange } from '../../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../../said.ts'
import { PersonName, useReasons } from './rehearsal-list.tsx'
import { type Wave, type WavePerson, wavesKey, wavesPath } from './wave.ts'

const tones = { moved: 'good', waiting: 'warn', putBack: 'plain' } as const

/** What became of the people of an enforcement wave, and what can be done with one of them. */
export function PeopleCard({
  wave,
  unavailable,
}: {
  readonly wave: Wave
  readonly unavailable: string | undefined
}) {
  const { waves, frame } = useSaidIn('rollout')
  const { people: said } = waves
  const client = useClient()
  const times = useTimes()
  const reasons = useReasons()
  const read = useInfiniteQuery({
    queryKey: [...wavesKey, 'people', wave.id],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<WavePerson>>(`${wavesPath}/${wave.id}/people?$top=50`, { signal })
        : client.next<Page<WavePerson>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  const people = read.data?.pages.flatMap(({ value }) => value) ?? []
  return (
    <Card title={said.title} lead={said.lead}>
      {read.data !== undefined && people.length === 0 && <p className="text-soft">{said.none}</p>}
      {people.length > 0 && (
        <DataTable
          caption={said.lead}
          rows={people}
          keyOf={({ id }) => id}
          foot={read.hasNextPage && <Button onClick={() => void read.fetchNextPage()}>{frame.more}</Button>}
          columns={[
            {
              name: 'person',
              label: waves.rehearsal.person,
              show: (person) => <PersonName person={person} />,
            },
            {
              name: 'state',
              label: waves.one.state,
              show: ({ state }) => <Badge tone={tones[state]}>{said.states[state]}</Badge>,
            },
            {
              name: 'why',
              label: waves.rehearsal.why,
              show: ({ because }) => because.map((name) => <p key={name}>{reasons.why(name)}</p>),
            },
            {
              name: 'since',
              label: said.when,
              show: ({ movedDateTime, checkedDateTime, by }) => (
                <span className="whitespace-nowrap text-soft">
                  {times.at(movedDateTime ?? checkedDateTime)}
                  {by === null && <span className="block text-sm">{said.byWave}</span>}
                </span>
              ),
            },
            {
              name: 'actions',
              label: said.what,
              show: (person) => <PersonActions wave={wave} person={person} unavailable={unavailable} />,
            },
          ]}
        />
      )}
      {read.error !== null && <ProblemNotice problem={read.error} />}
    </Card>
  )
}

function PersonActions({
  wave,
  person,
  unavailable,
}: {
  readonly wave: Wave
  readonly person: WavePerson
  readonly unavailable: string | undefined
}) {
  const { waves, frame, common } = useSaidIn('rollout')
  const { people: said } = waves
  const client = useClient()
  const [asking, setAsking] = useState(false)
  const path = `${wavesPath}/${wave.id}/people/${person.id}`
  const change = { refresh: [wavesKey, ['groups']], done: frame.saved }
  const move = useRuleChange({
    ...change,
    request: () => ({ method: 'POST', path: `${path}/move` }),
    after: () => setAsking(false),
  })
  const putBack = useRuleChange({ ...change, request: () => ({ method: 'POST', path: `${path}/putBack` }) })
  const letDecide = useChange({ ...change, does: () => client.send('POST', `${path}/letDecide`) })
  const name = person.displayName ?? person.id
  const small = { size: 'small', unavailable } as const
  return (
    <div className="flex flex-wrap gap-2">
      {person.state === 'moved' ? (
        <Button {...small} onClick={() => putBack.run()}>
          {said.putBack}
        </Button>
      ) : (
        <Button {...small} onClick={() => setAsking(true)}>
          {said.move}
        </Button>
      )}
      {person.state === 'putBack' && (
        <Button {...small} onClick={() => letDecide.run()}>
          {said.letDecide}
        </Button>
      )}
      {[putBack.problem, letDecide.problem].map(
        (problem) => problem !== null && <ProblemNotice key={problem.message} problem={problem} />,
      )}
      {asking && (
        <Modal
          open
          title={said.moveTitle({ name })}
          lead={said.moveLead}
          closeLabel={frame.close}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
              <Button look="danger" busy={move.busy ? frame.saving : undefined} onClick={() => move.run()}>
                {said.move}
              </Button>
            </>
          }
        >
          {move.problem !== null && <ProblemNotice problem={move.problem} />}
        </Modal>
      )}
      {move.dialog}
      {putBack.dialog}
    </div>
  )
}
