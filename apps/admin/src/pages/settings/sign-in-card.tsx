import { CheckboxField, ChoiceField, SelectField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { type OrganisationSettings, type Strength, strengths } from './organisation.ts'
import { SettingsForm } from './settings-form.tsx'

/** What is asked of every sign-in. */
export function SignInCard({ settings }: { readonly settings: OrganisationSettings }) {
  const { signIn: said } = useSaidIn('organisation').settings
  const [least, setLeast] = useState(settings.leastStrength)
  const [first, setFirst] = useState(settings.passwordMayAddFirstPasskey)
  const [counter, setCounter] = useState(settings.signatureCounter)
  const change = {
    ...(least !== settings.leastStrength && { leastStrength: least }),
    ...(first !== settings.passwordMayAddFirstPasskey && { passwordMayAddFirstPasskey: first }),
    ...(counter !== settings.signatureCounter && { signatureCounter: counter }),
  }
  return (
    <SettingsForm
      title={said.title}
      lead={said.lead}
      change={Object.keys(change).length === 0 ? undefined : change}
      isRight={() => true}
    >
      <ChoiceField<Strength>
        label={said.least}
        value={least}
        columns={2}
        options={strengths.map((value) => {
          const { name, about } = said.strengths[value]
          return { value, label: name, about }
        })}
        onChoose={setLeast}
      />
      <CheckboxField
        label={said.firstPasskey}
        hint={said.firstPasskeyHint}
        checked={first}
        onCheck={setFirst}
      />
      <SelectField<'record' | 'refuse'>
        label={said.counter}
        hint={said.counterHint}
        value={counter}
        options={[
          { value: 'record', label: said.counters.record },
          { value: 'refuse', label: said.counters.refuse },
        ]}
        onChoose={setCounter}
      />
    </SettingsForm>
  )
}
