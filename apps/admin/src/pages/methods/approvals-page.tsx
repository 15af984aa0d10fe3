import { usePageTitle } from '@latchkey/front'
import { Card, ChoiceField, PageHead, SwitchField } from '@latchkey/ui'
import { BackLink } from '../../back-link.tsx'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { isShown, modeOfAll, withMode, withShown } from './approvals.ts'
import { type Configuration, toRequest, useConfiguration } from './policy.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'
import { WhoField } from './who-field.tsx'

type Approvals = Configuration<'MicrosoftAuthenticator'>

const modes = ['push', 'deviceBasedPush', 'any'] as const

/** Approvals on a phone: for whom, after a password or instead of one, and what is shown of a sign-in. */
export function ApprovalsPage() {
  const { methods, frame } = useSaidIn('signIn')
  const text = methods.approvals
  const { name, about } = methods.names.MicrosoftAuthenticator
  usePageTitle(name)
  const kept = useConfiguration('MicrosoftAuthenticator')
  const draft = useDraft<Approvals>(kept)
  const { value, set } = draft
  const { includeTargets, featureSettings } = value
  const mode = modeOfAll(includeTargets)
  const change = useRuleChange({
    request: ({ '@odata.type': _, id: __, ...entered }: Approvals) => toRequest(kept, entered),
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
              included={includeTargets}
              excluded={value.excludeTargets}
              onInclude={(targets) => set({ includeTargets: withMode(targets, mode) })}
              onExclude={(targets) => set({ excludeTargets: targets })}
            />
          )}
        </div>
      </Card>
      {value.state === 'enabled' && (
        <>
          <Card title={text.title} lead={text.lead}>
            <div className="flex flex-col gap-6">
              <ChoiceField
                label={text.mode}
                value={mode}
                options={modes.map((each) => ({ value: each, ...text.modes[each] }))}
                onChoose={(chosen) => set({ includeTargets: withMode(includeTargets, chosen, 'all') })}
              />
              {mode === undefined && <p className="text-sm text-soft">{text.mixed}</p>}
              <SwitchField
                label={text.administrators}
                hint={text.administratorsHint}
                unavailable={mode === 'push' ? text.administratorsUnavailable : undefined}
                on={value.latchkey_administratorsPasswordless === true}
                onSwitch={(on) => set({ latchkey_administratorsPasswordless: on })}
              />
            </div>
          </Card>
          <Card title={text.shown} lead={text.shownLead}>
            <div className="flex flex-col gap-6">
              <SwitchField
                label={text.app}
                hint={text.appHint}
                on={isShown(featureSettings, 'app')}
                onSwitch={(on) => set({ featureSettings: withShown(featureSettings, 'app', on) })}
              />
              <SwitchField
                label={text.place}
                hint={text.placeHint}
                on={isShown(featureSettings, 'place')}
                onSwitch={(on) => set({ featureSettings: withShown(featureSettings, 'place', on) })}
              />
            </div>
          </Card>
        </>
      )}
      <SaveBar change={change} input={value} isChanged={draft.isChanged} act="change the methods policy" />
    </>
  )
}
