import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Badge, Button, Card, EmptyState, List, ListRow, SwitchField } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus, User, Users } from 'lucide-react'
import { useState } from 'react'
import { getEvery } from '../../get-every.ts'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { App } from './app.ts'
import { AssignModal } from './assign-modal.tsx'
import { useAppChange } from './use-app-change.ts'

interface Assignment {
  readonly id: string
  readonly appRoleId: string
  readonly principalDisplayName: string | null
  readonly principalId: string
  readonly principalType: 'User' | 'Group'
}

/** Who may use an app, and as what. */
export function AssignmentsCard({ app }: { readonly app: App }) {
  const { apps, frame } = useSaidIn('organisation')
  const { people: said } = apps
  const client = useClient()
  const unavailable = useWhyNot('change apps')
  const [assigning, setAssigning] = useState(false)
  const path = `/servicePrincipals/${app.id}/appRoleAssignedTo`
  const { data } = useSuspenseQuery({
    queryKey: ['apps', app.id, 'assignments'],
    queryFn: ({ signal }) => getEvery<Assignment>(client, `${path}?$top=999`, { signal }),
  })
  const only = useAppChange(app)
  const remove = useChange<string>({
    does: (id) => client.send('DELETE', `${path}/${id}`),
    refresh: [['apps', app.id]],
    done: said.unassigned,
  })
  const problem = only.problem ?? remove.problem
  const assign = (
    <Button
      look="primary"
      icon={<Plus aria-hidden className="size-5" />}
      unavailable={unavailable}
      onClick={() => setAssigning(true)}
    >
      {said.assign}
    </Button>
  )
  return (
    <Card title={said.title} actions={data.length > 0 && assign}>
      <div className="flex flex-col gap-5">
        <div className="max-w-3xl">
          <SwitchField
            label={said.onlyAssigned}
            hint={said.onlyAssignedHint}
            on={app.assignmentRequired}
            onSwitch={(assignmentRequired) => only.run({ assignmentRequired })}
          />
        </div>
        {problem && <ProblemNotice problem={problem} />}
        {data.length === 0 ? (
          <EmptyState icon={<Users className="size-7" />} title={said.none} action={assign}>
            {said.noneLead}
          </EmptyState>
        ) : (
          <List label={said.list}>
            {data.map((each) => (
              <ListRow
                key={each.id}
                icon={
                  each.principalType === 'User' ? <User className="size-5" /> : <Users className="size-5" />
                }
                title={each.principalDisplayName ?? each.principalId}
                about={each.principalType === 'User' ? said.user : said.group}
                badges={app.roles
                  .filter(({ id }) => id === each.appRoleId)
                  .map(({ value, displayName }) => <Badge key={value}>{displayName}</Badge>)}
                actions={
                  <Button size="small" unavailable={unavailable} onClick={() => remove.run(each.id)}>
                    {frame.remove}
                  </Button>
                }
              />
            ))}
          </List>
        )}
      </div>
      {assigning && <AssignModal app={app} path={path} onClose={() => setAssigning(false)} />}
    </Card>
  )
}
