import { Card, DataTable, TabSet } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../../said.ts'
import { type Cohort, type CohortKind, stages } from './numbers.ts'
import { useFigures } from './use-figures.ts'

const kinds = ['wave', 'group', 'device', 'model'] as const

/** The steps of each wave, group, device and model, side by side. */
export function CohortsCard({ cohorts }: { readonly cohorts: readonly Cohort[] }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const [shown, setShown] = useState<string>('device')
  return (
    <Card title={said.cohortsTitle} lead={said.cohortsLead}>
      <TabSet
        label={said.by}
        shown={shown}
        onShow={setShown}
        tabs={kinds.map((kind) => ({
          name: kind,
          label: said.bys[kind],
          content: <Cohorts kind={kind} cohorts={cohorts.filter(({ by }) => by === kind)} />,
        }))}
      />
    </Card>
  )
}

function Cohorts({ kind, cohorts }: { readonly kind: CohortKind; readonly cohorts: readonly Cohort[] }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const figures = useFigures()
  const nameOf = ({ by, key, displayName }: Cohort) => {
    if (by === 'device') return figures.device(key)
    if (by === 'wave' && key === '') return said.noWave
    return displayName ?? (by === 'model' ? said.noModel : key)
  }
  if (cohorts.length === 0) return <p className="text-soft">{said.cohortsNone}</p>
  return (
    <DataTable<Cohort>
      caption={said.bys[kind]}
      rows={cohorts}
      keyOf={({ key }) => key}
      columns={[
        { name: 'name', label: said.bys[kind], show: nameOf },
        { name: 'people', label: said.people, numeric: true, show: (row) => figures.number(row.people) },
        ...stages.map((stage) => ({
          name: stage,
          label: said.stages[stage],
          numeric: true as const,
          show: (row: Cohort) => figures.number(row.stages[stage]),
        })),
        { name: 'left', label: said.leftColumn, numeric: true, show: (row) => figures.number(row.left) },
        {
          name: 'failed',
          label: said.failedColumn,
          numeric: true,
          show: (row) => figures.number(row.failed),
        },
      ]}
    />
  )
}
