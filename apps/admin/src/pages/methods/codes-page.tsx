import { usePageTitle } from '@latchkey/front'
import { Card, PageHead, SwitchField } from '@latchkey/ui'
import { BackLink } from '../../back-link.tsx'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { type Target, toRequest, useConfiguration } from './policy.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'
import { WhoField } from './who-field.tsx'

/** One-time codes: whether there are any, and for whom. */
export function CodesPage() {
  const { methods, frame } = useSaidIn('signIn')
  const { name, about } = methods.names.SoftwareOath
  usePageTitle(name)
  const configuration = useConfiguration('SoftwareOath')
  const { state, includeTargets, excludeTargets } = configuration
  const draft = useDraft<{
    state: 'enabled' | 'disabled'
    includeTargets: readonly Target[]
    excludeTargets: readonly Target[]
  }>({ state, includeTargets, excludeTargets })
  const { value, set } = draft
  const change = useRuleChange({
    request: (entered: typeof value) => ({
      ...toRequest(configuration, {}),
      body: { '@odata.type': configuration['@odata.type'], ...entered },
    }),
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
              onInclude={(targets) => set({ includeTargets: targets })}
              onExclude={(targets) => set({ excludeTargets: targets })}
            />
          )}
        </div>
      </Card>
      <SaveBar change={change} input={value} isChanged={draft.isChanged} act="change the methods policy" />
    </>
  )
}
