import { knownApps } from '@latchkey/policy'
import { ChoiceField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { CheckList } from './check-list.tsx'
import { NamedPicker } from './named-picker.tsx'
import type { PartProps } from './part-modal.tsx'
import type { Conditions } from './policy.ts'
import { useRules } from './rules.ts'
import { surfaceOf } from './say-policy.ts'

type Targets = Conditions['applications']

/** What a policy is about. */
export function TargetsPart({ draft, onChange }: PartProps) {
  const { targets } = useSaidIn('rules').access
  const contexts = useRules().authenticationContexts
  const { applications } = draft.conditions
  const change = (changed: Partial<Targets>) =>
    onChange({ ...draft, conditions: { ...draft.conditions, applications: { ...applications, ...changed } } })
  const kind = kindOf(applications)
  const isOwn = (id: string) => surfaceOf(id) !== undefined
  const named = applications.includeApplications.filter((id) => id !== 'All' && id !== 'None')
  return (
    <>
      <ChoiceField
        label={targets.title}
        value={kind}
        options={[
          { value: 'all', label: targets.all },
          { value: 'some', label: targets.some },
          { value: 'actions', label: targets.actions },
          {
            value: 'contexts',
            label: targets.contexts,
            unavailable: contexts.length === 0 ? targets.contextsNone : undefined,
          },
        ]}
        onChoose={(next) => change(beginWith(next, contexts[0]?.id))}
      />
      {kind === 'some' && (
        <>
          <NamedPicker
            kind="apps"
            label={targets.apps}
            ids={named.filter((id) => !isOwn(id))}
            onChange={(ids) => change({ includeApplications: [...named.filter(isOwn), ...ids] })}
          />
          <OwnPages ids={named} onChange={(includeApplications) => change({ includeApplications })} />
        </>
      )}
      {kind === 'all' && (
        <>
          <NamedPicker
            kind="apps"
            label={targets.exclude}
            ids={applications.excludeApplications.filter((id) => !isOwn(id))}
            onChange={(ids) =>
              change({ excludeApplications: [...applications.excludeApplications.filter(isOwn), ...ids] })
            }
          />
          <OwnPages
            label={`${targets.exclude}: ${targets.own}`}
            ids={applications.excludeApplications}
            onChange={(excludeApplications) => change({ excludeApplications })}
          />
        </>
      )}
      {kind === 'actions' && (
        <CheckList
          label={targets.actions}
          options={[
            { value: 'urn:user:registersecurityinfo', label: targets.action.register },
            { value: 'urn:user:registerdevice', label: targets.action.device },
          ]}
          chosen={applications.includeUserActions}
          onChange={(includeUserActions) => change({ includeUserActions })}
        />
      )}
      {kind === 'contexts' && (
        <CheckList
          label={targets.contexts}
          options={contexts.map(({ id, displayName }) => ({ value: id, label: `${displayName} (${id})` }))}
          chosen={applications.includeAuthenticationContextClassReferences}
          onChange={(ids) => change({ includeAuthenticationContextClassReferences: ids })}
        />
      )}
    </>
  )
}

/** Our own surfaces, by ticks; one that is named by another word for it stays as it was written. */
function OwnPages({
  label,
  ids,
  onChange,
}: {
  readonly label?: string
  readonly ids: readonly string[]
  onChange(ids: readonly string[]): void
}) {
  const { targets } = useSaidIn('rules').access
  const { adminCentre, securityInfo, graph, deviceRegistration } = targets.surfaces
  const labels = { adminCentre, securityInfo, graph, deviceRegistration }
  const own = Object.entries(knownApps).map(([name, id]) => ({
    value: id,
    label: labels[surfaceOf(id) ?? 'graph'],
    written: ids.find((each) => surfaceOf(each) === name),
  }))
  const chosen = own.filter(({ written }) => written !== undefined).map(({ value }) => value)
  return (
    <CheckList<string>
      label={label ?? targets.own}
      options={own}
      chosen={chosen}
      onChange={(next) => {
        const others = ids.filter((id) => surfaceOf(id) === undefined && id !== 'None')
        const kept = own.flatMap(({ value, written }) => (next.includes(value) ? [written ?? value] : []))
        onChange([...others, ...kept])
      }}
    />
  )
}

type Kind = 'all' | 'some' | 'actions' | 'contexts'

function kindOf(targets: Targets): Kind {
  if (targets.includeUserActions.length > 0) return 'actions'
  if (targets.includeAuthenticationContextClassReferences.length > 0) return 'contexts'
  return targets.includeApplications.includes('All') ? 'all' : 'some'
}

/** One of the three, and only one: what the others said is gone. */
function beginWith(kind: Kind, context = 'c1'): Partial<Targets> {
  return {
    includeApplications: kind === 'all' ? ['All'] : kind === 'some' ? ['None'] : [],
    excludeApplications: [],
    includeUserActions: kind === 'actions' ? ['urn:user:registersecurityinfo'] : [],
    includeAuthenticationContextClassReferences: kind === 'contexts' ? [context] : [],
  }
}
