import { ChoiceField, SelectField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { CheckList } from './check-list.tsx'
import type { PartProps } from './part-modal.tsx'
import { type Grant, noGrant } from './policy.ts'
import { useRules, useStrengths } from './rules.ts'

const controls = ['mfa', 'compliantDevice', 'domainJoinedDevice'] as const

/** What is asked, or that nobody gets in. */
export function GrantPart({ draft, onChange }: PartProps) {
  const { grant: words } = useSaidIn('rules').access
  const strengths = useStrengths()
  const { terms } = useRules()
  const grant = draft.grantControls
  const kind = grant === null ? 'nothing' : grant.builtInControls.includes('block') ? 'block' : 'require'
  const set = (grantControls: Grant | null) => onChange({ ...draft, grantControls })
  const begin = {
    nothing: null,
    block: { ...noGrant, builtInControls: ['block'] } satisfies Grant,
    require: { ...noGrant, builtInControls: ['mfa'] } satisfies Grant,
  }
  return (
    <>
      <ChoiceField
        label={words.title}
        value={kind}
        options={[
          { value: 'require', label: words.require },
          { value: 'block', label: words.block },
          { value: 'nothing', label: words.nothing },
        ]}
        onChoose={(next) => set(begin[next])}
      />
      {grant !== null && kind === 'require' && (
        <>
          <SelectField
            label={words.strength}
            value={grant.authenticationStrength?.id ?? ''}
            options={[
              { value: '', label: words.strengthNone },
              ...strengths.map(({ id, displayName }) => ({ value: id, label: displayName })),
            ]}
            onChoose={(id) =>
              set({
                ...grant,
                authenticationStrength: id === '' ? null : { id },
                // The strength says it all.
                builtInControls:
                  id === '' ? grant.builtInControls : grant.builtInControls.filter((each) => each !== 'mfa'),
              })
            }
          />
          <CheckList
            label={words.requireLabel}
            options={controls
              .filter((each) => each !== 'mfa' || grant.authenticationStrength === null)
              .map((value) => ({ value, label: words[value] }))}
            chosen={controls.filter((each) => grant.builtInControls.includes(each))}
            onChange={(chosen) => {
              const others = grant.builtInControls.filter((each) => !controls.some((known) => known === each))
              set({ ...grant, builtInControls: [...others, ...chosen] })
            }}
          />
          <p className="text-sm text-soft">{words.device}</p>
          {terms.length > 0 && (
            <CheckList
              label={words.termsTitle}
              options={terms.map(({ id, displayName }) => ({ value: id, label: displayName }))}
              chosen={grant.termsOfUse}
              onChange={(termsOfUse) => set({ ...grant, termsOfUse })}
            />
          )}
          <SelectField
            label={words.how}
            value={grant.operator}
            options={[
              { value: 'OR', label: words.one },
              { value: 'AND', label: words.all },
            ]}
            onChoose={(operator) => set({ ...grant, operator })}
          />
        </>
      )}
    </>
  )
}
