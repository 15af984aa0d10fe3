import { usePageTitle } from '@latchkey/front'
import { Card, ChoiceField, PageHead, SwitchField, TextField } from '@latchkey/ui'
import { BackLink } from '../../back-link.tsx'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { type Configuration, toRequest, useConfiguration } from './policy.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'
import { WhoField } from './who-field.tsx'

type Passes = Configuration<'TemporaryAccessPass'>

const numbers = [
  'defaultLifetimeInMinutes',
  'minimumLifetimeInMinutes',
  'maximumLifetimeInMinutes',
  'defaultLength',
] as const

/** Temporary Access Passes: for whom, how long, how often. */
export function PassesPage() {
  const { methods, frame } = useSaidIn('signIn')
  const { name, about } = methods.names.TemporaryAccessPass
  usePageTitle(name)
  const kept = useConfiguration('TemporaryAccessPass')
  const draft = useDraft<Passes>(kept)
  const { value, set } = draft
  const change = useRuleChange({
    request: ({ '@odata.type': _, id: __, ...entered }: Passes) => toRequest(kept, entered),
    done: frame.saved,
    after: draft.forget,
  })
  return (
    <>
      <BackLink to="/methods">{methods.title}</BackLink>
      <PageHead title={name} lead={about} />
      <Card title={methods.who.card}>
        <div className="flex flex-col gap-6">
          <SwitchField
            label={methods.isOn({ name })}
            on={value.state === 'enabled'}
            onSwitch={(on) => set({ state: on ? 'enabled' : 'disabled' })}
          />
          {value.state === 'enabled' && (
            <WhoField
              included={value.includeTargets}
              excluded={value.excludeTargets}
              onInclude={(targets) =>
                set({ includeTargets: targets.map((each) => ({ isRegistrationRequired: false, ...each })) })
              }
              onExclude={(targets) => set({ excludeTargets: targets })}
            />
          )}
        </div>
      </Card>
      <Card title={methods.passes.title} lead={methods.passes.lead}>
        <div className="flex flex-col gap-6">
          <div className="grid gap-5 sm:grid-cols-2">
            {numbers.map((field) => (
              <TextField
                key={field}
                label={methods.passes[field]}
                type="number"
                min={field === 'defaultLength' ? 8 : 10}
                max={field === 'defaultLength' ? 48 : 43_200}
                value={value[field]}
                onChange={({ target }) => set({ [field]: target.valueAsNumber || 0 })}
              />
            ))}
          </div>
          <ChoiceField
            label={methods.passes.often}
            columns={2}
            value={value.isUsableOnce ? 'once' : 'either'}
            options={[
              { value: 'either', label: methods.passes.either, about: methods.passes.eitherAbout },
              { value: 'once', label: methods.passes.once, about: methods.passes.onceAbout },
            ]}
            onChoose={(chosen) => set({ isUsableOnce: chosen === 'once' })}
          />
        </div>
      </Card>
      <SaveBar change={change} input={value} isChanged={draft.isChanged} act="change the methods policy" />
    </>
  )
}
