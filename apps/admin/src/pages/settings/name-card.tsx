import { TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import type { OrganisationSettings } from './organisation.ts'
import { SettingsForm } from './settings-form.tsx'

/** What the organisation is called. */
export function NameCard({ settings }: { readonly settings: OrganisationSettings }) {
  const { organisation: said } = useSaidIn('organisation').settings
  const [name, setName] = useState(settings.displayName)
  const [tried, setTried] = useState(false)
  const isRight = name.trim() !== ''
  return (
    <SettingsForm
      title={said.title}
      change={name.trim() === settings.displayName ? undefined : { displayName: name.trim() }}
      isRight={() => {
        setTried(true)
        return isRight
      }}
    >
      <TextField
        label={said.name}
        hint={said.nameHint}
        error={tried && !isRight ? said.nameRequired : undefined}
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
    </SettingsForm>
  )
}
