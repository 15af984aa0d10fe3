import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Button, Card, DataTable, Notice } from '@latchkey/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSaidIn } from '../../../said.ts'
import { RehearsalList } from './rehearsal-list.tsx'
import { type Rehearsal, type RehearsalOutcome, type Wave, wavesKey, wavesPath } from './wave.ts'

const outcomes: readonly RehearsalOutcome[] = ['passes', 'fails', 'notSeen']
const colours: Readonly<Record<RehearsalOutcome, string>> = {
  passes: 'text-good',
  fails: 'text-bad',
  notSeen: 'text-warn',
}

/** The rehearsal of a wave, as it was last found out. */
export function useRehearsal(wave: Wave) {
  const client = useClient()
  return useQuery({
    queryKey: [...wavesKey, 'rehearsal', wave.id, wave.version],
    queryFn: ({ signal }) => client.get<Rehearsal>(`${wavesPath}/${wave.id}/rehearsal`, { signal }),
  })
}

/** What would become of a wave's people today, in sums and by name. */
export function RehearsalCard({ wave }: { readonly wave: Wave }) {
  const { waves } = useSaidIn('rollout')
  const { rehearsal: said } = waves
  const client = useClient()
  const queries = useQueryClient()
  const times = useTimes()
  const { data, error, isLoading } = useRehearsal(wave)
  const again = useChange({
    does: () => client.get<Rehearsal>(`${wavesPath}/${wave.id}/rehearsal?afresh=true`, {}),
    after(fresh) {
      queries.setQueryData([...wavesKey, 'rehearsal', wave.id, wave.version], fresh)
      void queries.invalidateQueries({ queryKey: [...wavesKey, 'rehearsed', wave.id] })
    },
  })
  return (
    <Card
      title={said.title}
      lead={
        data === undefined ? said.lead : `${said.lead} ${said.at({ time: times.at(data.rehearsedDateTime) })}`
      }
      actions={
        <Button size="small" busy={again.busy ? said.looking : undefined} onClick={() => again.run()}>
          {said.again}
        </Button>
      }
    >
      {isLoading && (
        <p role="status" className="py-6 text-center text-soft">
          {said.looking}
        </p>
      )}
      {error !== null && <ProblemNotice problem={error} />}
      {again.problem !== null && <ProblemNotice problem={again.problem} />}
      {data !== undefined && (
        <div className="flex flex-col gap-5">
          {data.people === 0 ? <Notice title={said.nobody} /> : <Sums wave={wave} rehearsal={data} />}
          {data.people > 0 && <RehearsalList wave={wave} rehearsal={data} />}
        </div>
      )}
    </Card>
  )
}

function Sums({ wave, rehearsal }: { readonly wave: Wave; readonly rehearsal: Rehearsal }) {
  const { waves, language } = useSaidIn('rollout')
  const { rehearsal: said } = waves
  const number = new Intl.NumberFormat(language)
  const systemName = useSystemName()
  const words = wave.kind === 'enforcement' ? said.outcome : said.invitation
  return (
    <>
      <dl className="grid gap-3 sm:grid-cols-3">
        {outcomes.map((outcome) => (
          <div key={outcome} className="flex flex-col-reverse justify-end rounded-xl border border-line p-3">
            <dt className="text-sm">{words[outcome]}</dt>
            <dd className={`text-2xl font-bold tabular-nums ${colours[outcome]}`}>
              {number.format(rehearsal.outcomes[outcome])}
            </dd>
          </div>
        ))}
      </dl>
      {rehearsal.inGroup > 0 && (
        <p className="text-sm text-soft">{said.inGroup({ count: number.format(rehearsal.inGroup) })}</p>
      )}
      {rehearsal.platforms.length > 0 && (
        <DataTable
          caption={said.platforms}
          rows={rehearsal.platforms}
          keyOf={({ platform }) => platform}
          columns={[
            { name: 'platform', label: said.system, show: ({ platform }) => systemName(platform) },
            { name: 'passes', label: words.passes, numeric: true, show: (row) => number.format(row.passes) },
            { name: 'fails', label: words.fails, numeric: true, show: (row) => number.format(row.fails) },
          ]}
        />
      )}
      {!rehearsal.complete && <Notice title={said.incomplete} />}
      {wave.kind === 'enforcement' && <WayBack isOpen={rehearsal.passLetsBackIn} />}
    </>
  )
}

/** Whether somebody who loses everything gets back in, as the rules are. */
function WayBack({ isOpen }: { readonly isOpen: boolean }) {
  const { rehearsal: said } = useSaidIn('rollout').waves
  if (isOpen) return <Notice tone="good" title={said.passLetsBackIn} />
  return (
    <Notice tone="warn" title={said.passDoesNot}>
      {said.passAbout}
    </Notice>
  )
}

/** Systems by name. */
export function useSystemName(): (platform: string) => string {
  const { rehearsal } = useSaidIn('rollout').waves
  const names: Readonly<Record<string, string>> = {
    android: 'Android',
    iOS: 'iOS',
    windows: 'Windows',
    macOS: 'macOS',
    linux: 'Linux',
  }
  return (platform) => names[platform] ?? rehearsal.otherSystem
}
