import { ProblemNotice } from '@latchkey/front'
import { Card, SelectField, SwitchField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { type Strength, strengths } from '../settings/organisation.ts'
import type { App } from './app.ts'
import { useAppChange } from './use-app-change.ts'

/** What an app asks of a sign-in. Each choice is saved at once. */
export function AppSignInCard({ app }: { readonly app: App }) {
  const { apps, settings } = useSaidIn('organisation')
  const { overview: said } = apps
  const save = useAppChange(app)
  const signsPeopleIn = app.kind !== 'daemon'
  return (
    <Card title={said.rules}>
      <div className="flex max-w-3xl flex-col gap-6">
        <SwitchField
          label={said.enabled}
          hint={said.enabledHint}
          on={app.enabled}
          onSwitch={(enabled) => save.run({ enabled })}
        />
        {signsPeopleIn && (
          <SelectField<Strength | 'organisation'>
            label={said.least}
            hint={said.leastHint}
            value={app.leastStrength ?? 'organisation'}
            options={[
              { value: 'organisation', label: apps.asOrganisation },
              ...strengths.map((value) => ({ value, label: settings.signIn.strengths[value].name })),
            ]}
            onChoose={(value) => save.run({ leastStrength: value === 'organisation' ? null : value })}
          />
        )}
        {signsPeopleIn && !app.builtIn && (
          <>
            <SelectField<App['consent']>
              label={said.consent}
              value={app.consent}
              options={(['none', 'person', 'administrator'] as const).map((value) => ({
                value,
                label: said.consents[value],
              }))}
              onChoose={(consent) => save.run({ consent })}
            />
            <SelectField<App['signingAlgorithm']>
              label={said.algorithm}
              value={app.signingAlgorithm}
              options={[
                { value: 'RS256', label: 'RS256' },
                { value: 'ES256', label: 'ES256' },
              ]}
              onChoose={(signingAlgorithm) => save.run({ signingAlgorithm })}
            />
            <SwitchField
              label={said.deviceCode}
              hint={said.deviceCodeHint}
              on={app.deviceCodeAllowed}
              onSwitch={(deviceCodeAllowed) => save.run({ deviceCodeAllowed })}
            />
          </>
        )}
        {save.problem && <ProblemNotice problem={save.problem} />}
      </div>
      {save.dialog}
    </Card>
  )
}
