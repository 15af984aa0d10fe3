import { Card } from '@latchkey/ui'
import { useSaidIn } from '../../../said.ts'
import type { Numbers } from './numbers.ts'
import { useFigures } from './use-figures.ts'

const standings = ['onlyPasskeys', 'phishableBeside', 'onlyPhishable', 'nothing'] as const

/** What people have that can be given away. */
export function StandingCard({ numbers: { standing, people } }: { readonly numbers: Numbers }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const figures = useFigures()
  return (
    <Card title={said.standingTitle} lead={said.standingLead}>
      <dl className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        {standings.map((name) => (
          <div key={name} className="flex flex-col rounded-xl bg-hover px-4 py-3">
            <dt className="text-sm text-soft">{said.standing[name]}</dt>
            <dd className="text-2xl font-bold tabular-nums">
              {figures.number(standing[name])}
              <span className="block text-sm font-normal text-soft">
                {figures.share(standing[name], people)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
