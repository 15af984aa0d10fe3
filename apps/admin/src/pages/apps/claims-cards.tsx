import { ProblemNotice } from '@latchkey/front'
import { Button, Card, List, ListRow, SelectField, TextField } from '@latchkey/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { App } from './app.ts'
import { useAppChange } from './use-app-change.ts'

/** What tokens say besides who somebody is. */
export function ClaimsCards({ app }: { readonly app: App }) {
  const { apps } = useSaidIn('organisation')
  const { claims: said } = apps
  const save = useAppChange(app)
  return (
    <div className="flex flex-col gap-6">
      <RolesCard app={app} />
      <Card title={said.groups} lead={said.groupsHint}>
        <div className="flex max-w-3xl flex-col gap-4">
          <SelectField<App['groupsClaim']>
            label={said.groups}
            value={app.groupsClaim}
            options={(['none', 'assigned', 'all'] as const).map((value) => ({
              value,
              label: said.groupChoices[value],
            }))}
            onChoose={(groupsClaim) => save.run({ groupsClaim })}
          />
          {save.problem && <ProblemNotice problem={save.problem} />}
        </div>
        {save.dialog}
      </Card>
    </div>
  )
}

function RolesCard({ app }: { readonly app: App }) {
  const { apps, frame } = useSaidIn('organisation')
  const { claims: said } = apps
  const unavailable = useWhyNot('change apps')
  const save = useAppChange(app)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const taken = app.roles.some((role) => role.value === value.trim())
  const isRight = name.trim() !== '' && /^[!-~]{1,250}$/.test(value.trim()) && !taken
  return (
    <Card title={said.roles} lead={said.rolesLead}>
      <div className="flex flex-col gap-5">
        {app.roles.length > 0 && (
          <List label={said.roles}>
            {app.roles.map((role) => (
              <ListRow
                key={role.value}
                title={role.displayName}
                about={<code>{role.value}</code>}
                actions={
                  <Button
                    size="small"
                    unavailable={unavailable}
                    onClick={() => save.run({ roles: app.roles.filter((each) => each !== role) })}
                  >
                    {frame.remove}
                  </Button>
                }
              />
            ))}
          </List>
        )}
        <form
          noValidate
          className="grid max-w-3xl items-start gap-4 sm:grid-cols-2"
          onSubmit={(event) => {
            event.preventDefault()
            setTried(!isRight)
            if (!isRight) return
            save.run({ roles: [...app.roles, { displayName: name.trim(), value: value.trim() }] })
            setName('')
            setValue('')
          }}
        >
          <TextField
            label={said.roleName}
            maxLength={100}
            autoComplete="off"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <TextField
            label={said.roleValue}
            error={tried && !isRight ? said.roleWrong : undefined}
            maxLength={250}
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
          <div>
            <Button
              type="submit"
              icon={<Plus aria-hidden className="size-5" />}
              busy={save.busy ? frame.saving : undefined}
              unavailable={unavailable}
            >
              {said.addRole}
            </Button>
          </div>
        </form>
        {save.problem && <ProblemNotice problem={save.problem} />}
      </div>
      {save.dialog}
    </Card>
  )
}
