import type { Preferred } from '@latchkey/api'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Card, SelectField } from '@latchkey/ui'
import { useSaid } from '../../said.ts'
import { methodsKey } from './use-methods.ts'

/** What somebody is asked for first: chosen here, unless the organisation proposes the best method. */
export function PreferredCard({ preferred }: { readonly preferred: Preferred }) {
  const { preferred: text } = useSaid().methods
  const client = useClient()
  const change = useChange({
    does: (method: 'passkey' | 'password' | 'push' | null) =>
      client.send('PUT', '/default', { body: { method } }),
    refresh: [methodsKey],
    done: text.saved,
  })
  if (preferred.bySystem) {
    return (
      <Card title={text.title}>
        <p>{text.system}</p>
      </Card>
    )
  }
  if (preferred.offered.length === 0) return null
  return (
    <Card title={text.title} lead={text.reason}>
      <SelectField<'' | 'passkey' | 'password' | 'push'>
        label={text.label}
        value={preferred.chosen ?? ''}
        options={[
          { value: '', label: text.none },
          ...preferred.offered.map((value) => ({ value, label: text[value] })),
        ]}
        onChoose={(value) => change.run(value === '' ? null : value)}
      />
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Card>
  )
}
