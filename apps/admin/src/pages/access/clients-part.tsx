import { CheckboxField, ChoiceField, Notice, SelectField, TextField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import type { PartProps } from './part-modal.tsx'
import type { Conditions } from './policy.ts'

/** With what kind of app, on which device, and what no policy can rest on here. */
export function ClientsPart({ draft, onChange }: PartProps) {
  const { clients } = useSaidIn('rules').access
  const { conditions } = draft
  const change = (changed: Partial<Conditions>) =>
    onChange({ ...draft, conditions: { ...conditions, ...changed } })
  const kind = conditions.clientAppTypes.includes('all')
    ? 'all'
    : conditions.clientAppTypes.includes('browser')
      ? 'browser'
      : 'mobileAppsAndDesktopClients'
  const filter = conditions.devices?.deviceFilter
  const changeFilter = (mode: 'include' | 'exclude', rule: string) =>
    change({ devices: rule.trim() === '' ? null : { deviceFilter: { mode, rule } } })
  return (
    <>
      <ChoiceField
        label={clients.title}
        value={kind}
        options={[
          { value: 'all', label: clients.any },
          { value: 'browser', label: clients.browser },
          { value: 'mobileAppsAndDesktopClients', label: clients.mobileAppsAndDesktopClients },
        ]}
        onChoose={(next) => change({ clientAppTypes: [next] })}
      />
      <CheckboxField
        label={clients.flow}
        checked={conditions.authenticationFlows !== null}
        onCheck={(checked) =>
          change({ authenticationFlows: checked ? { transferMethods: 'deviceCodeFlow' } : null })
        }
      />
      <TextField
        label={clients.device}
        hint={clients.deviceHint}
        value={filter?.rule ?? ''}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => changeFilter(filter?.mode ?? 'include', target.value)}
      />
      {filter && (
        <SelectField
          label={clients.deviceMode}
          value={filter.mode}
          options={[
            { value: 'include', label: clients.deviceInclude },
            { value: 'exclude', label: clients.deviceExclude },
          ]}
          onChoose={(mode) => changeFilter(mode, filter.rule)}
        />
      )}
      <Notice title={clients.risk}>{clients.riskWhy}</Notice>
    </>
  )
}
