import { everybody } from '@latchkey/policy'
import { ChoiceField } from '@latchkey/ui'
import { ObjectPicker } from '../../pickers/object-picker.tsx'
import { groupsSource } from '../../pickers/sources.ts'
import { useSaidIn } from '../../said.ts'
import { useTargetNames } from './names.ts'
import type { Target } from './policy.ts'

/** Fields that say for whom a method is, and for whom not. */
export interface WhoFieldProps {
  readonly included: readonly Target[]
  readonly excluded: readonly Target[]
  onInclude(targets: readonly Target[]): void
  onExclude(targets: readonly Target[]): void
}

const all: Target = { targetType: 'group', id: everybody }

/** See `WhoFieldProps`. */
export function WhoField({ included, excluded, onInclude, onExclude }: WhoFieldProps) {
  const { who } = useSaidIn('signIn').methods
  const isForAll = included.some(({ id }) => id === everybody)
  return (
    <div className="flex flex-col gap-5">
      <ChoiceField
        label={who.title}
        columns={2}
        value={isForAll ? 'everybody' : 'groups'}
        options={[
          { value: 'everybody', label: who.everybody, about: who.everybodyAbout },
          { value: 'groups', label: who.groups, about: who.groupsAbout },
        ]}
        onChoose={(chosen) => onInclude(chosen === 'everybody' ? [all] : [])}
      />
      {!isForAll && <TargetsField label={who.in} targets={included} onChange={onInclude} />}
      <TargetsField label={who.out} targets={excluded} onChange={onExclude} />
    </div>
  )
}

interface TargetsFieldProps {
  readonly label: string
  readonly targets: readonly Target[]
  onChange(targets: readonly Target[]): void
}

/** A field in which groups are chosen; people who were named elsewhere stay until they are taken out. */
export function TargetsField({ label, targets, onChange }: TargetsFieldProps) {
  const names = useTargetNames(targets)
  const held = new Map(targets.map((target) => [target.id, target]))
  return (
    <ObjectPicker
      label={label}
      source={groupsSource}
      chosen={targets.map(({ id }) => ({ id, name: names.get(id) ?? id }))}
      onChange={(chosen) => onChange(chosen.map(({ id }) => held.get(id) ?? { targetType: 'group', id }))}
    />
  )
}
