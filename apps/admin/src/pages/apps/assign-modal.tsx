import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, SelectField } from '@latchkey/ui'
import { useState } from 'react'
import { type Choosable, ObjectPicker } from '../../pickers/object-picker.tsx'
import { groupsSource, peopleSource } from '../../pickers/sources.ts'
import { useSaidIn } from '../../said.ts'
import type { App } from './app.ts'

/** "Assigned, with no role in particular." */
const noRole = '00000000-0000-0000-0000-000000000000'

/** Let people and groups use an app. */
export function AssignModal({
  app,
  path,
  onClose,
}: {
  readonly app: App
  readonly path: string
  onClose(): void
}) {
  const { apps, frame } = useSaidIn('organisation')
  const { people: said } = apps
  const client = useClient()
  const [people, setPeople] = useState<readonly Choosable[]>([])
  const [groups, setGroups] = useState<readonly Choosable[]>([])
  const [role, setRole] = useState(noRole)
  const chosen = [...people, ...groups]
  const assign = useChange({
    async does() {
      for (const { id } of chosen) {
        await client.send('POST', path, {
          body: { principalId: id, resourceId: app.id, appRoleId: role },
        })
      }
    },
    refresh: [['apps', app.id]],
    done: said.assigned,
    after: onClose,
  })
  return (
    <Modal
      open
      title={said.assignTitle}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{frame.close}</Button>
          <Button
            look="primary"
            busy={assign.busy ? frame.saving : undefined}
            unavailable={chosen.length === 0 ? said.none : undefined}
            onClick={() => assign.run()}
          >
            {said.assign}
          </Button>
        </>
      }
    >
      <div className="flex min-h-80 flex-col gap-5 p-1">
        <ObjectPicker label={said.groups} source={groupsSource} chosen={groups} onChange={setGroups} />
        <ObjectPicker label={said.people} source={peopleSource} chosen={people} onChange={setPeople} />
        {app.roles.length > 0 && (
          <SelectField
            label={said.role}
            value={role}
            options={[
              { value: noRole, label: said.noRole },
              ...app.roles.map(({ id = noRole, displayName }) => ({ value: id, label: displayName })),
            ]}
            onChoose={setRole}
          />
        )}
        {assign.problem && <ProblemNotice problem={assign.problem} />}
      </div>
    </Modal>
  )
}
