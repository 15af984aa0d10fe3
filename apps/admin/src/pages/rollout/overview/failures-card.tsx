import { useTimes } from '@latchkey/front'
import { Card, DataTable } from '@latchkey/ui'
import { Link } from 'react-router'
import { useSaidIn } from '../../../said.ts'
import type { Failure } from './numbers.ts'
import { useFigures } from './use-figures.ts'

/** What goes wrong, by what it is and with which model, and where the log tells of it. */
export function FailuresCard({ failures }: { readonly failures: readonly Failure[] }) {
  const { rolloutNumbers: said } = useSaidIn('rollout')
  const figures = useFigures()
  const times = useTimes()
  if (failures.length === 0) {
    return (
      <Card title={said.failuresTitle}>
        <p className="text-soft">{said.failuresNone}</p>
      </Card>
    )
  }
  return (
    <Card title={said.failuresTitle} lead={said.failuresLead}>
      <DataTable<Failure>
        caption={said.problem}
        rows={failures}
        keyOf={({ when, code, aaGuid }) => `${when} ${code} ${aaGuid}`}
        columns={[
          { name: 'problem', label: said.problem, show: ({ code }) => figures.problem(code) },
          { name: 'when', label: said.when, show: ({ when }) => said.whens[when] },
          {
            name: 'model',
            label: said.model,
            show: ({ aaGuid, displayName }) => (aaGuid === null ? '–' : (displayName ?? said.noModel)),
          },
          {
            name: 'failures',
            label: said.times,
            numeric: true,
            show: (row) => figures.number(row.failures),
          },
          { name: 'people', label: said.people, numeric: true, show: (row) => figures.number(row.people) },
          { name: 'last', label: said.last, show: ({ lastDateTime }) => times.ago(lastDateTime) },
          {
            name: 'log',
            label: said.log,
            show: (row) => (
              <Link
                to={toLog(row)}
                className="underline"
                aria-label={`${said.log}: ${figures.problem(row.code)}`}
              >
                {said.log}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** What the server refused of a new passkey stands among the changes; all else in the log of sign-ins. */
function toLog({ when, code, aaGuid }: Failure): string {
  if (when === 'registering' && !code.startsWith('browser_')) {
    return '/audits?period=month&activity=passkey_refused'
  }
  const query = new URLSearchParams({ period: 'month', code, ...(aaGuid !== null && { model: aaGuid }) })
  return `/sign-ins?${query}`
}
