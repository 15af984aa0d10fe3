import { buttonClass, Card, DataTable, EmptyState } from '@latchkey/ui'
import { CircleCheck } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import type { Numbers } from './numbers.ts'
import { useFigures } from './use-figures.ts'

type Row = Numbers['left'][number]

/** Who is left, and why, with the way to their names. */
export function LeftCard({ numbers: { left } }: { readonly numbers: Numbers }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const figures = useFigures()
  if (left.length === 0) {
    return (
      <EmptyState icon={<CircleCheck className="size-7" />} title={said.leftNone}>
        {said.leftNoneLead}
      </EmptyState>
    )
  }
  return (
    <Card title={said.leftTitle} lead={said.leftLead}>
      <DataTable<Row>
        caption={said.reason}
        rows={left}
        keyOf={({ reason, code }) => `${reason} ${code}`}
        columns={[
          { name: 'reason', label: said.reason, show: (row) => figures.reason(row) },
          { name: 'people', label: said.people, numeric: true, show: (row) => figures.number(row.people) },
          {
            name: 'show',
            label: said.show,
            show: (row) => (
              <Link
                to={toLeft(row)}
                className={buttonClass('quiet', 'small')}
                aria-label={`${said.show}: ${figures.reason(row)}`}
              >
                {said.show}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  )
}

function toLeft({ reason, code }: Row): string {
  const query = new URLSearchParams({ reason, ...(code && { code }) })
  return `/rollout/left?${query}`
}
