import { ObjectPicker } from '../../pickers/object-picker.tsx'
import { appsSource, groupsSource, peopleSource } from '../../pickers/sources.ts'
import { useNamesOf } from './rules.ts'

const sources = { users: peopleSource, groups: groupsSource, apps: appsSource }

/** Choose people, groups or apps, where only their ids are kept. */
export function NamedPicker({
  kind,
  label,
  ids,
  onChange,
}: {
  readonly kind: keyof typeof sources
  readonly label: string
  readonly ids: readonly string[]
  onChange(ids: readonly string[]): void
}) {
  const names = useNamesOf(kind, ids)
  return (
    <ObjectPicker
      label={label}
      source={sources[kind]}
      chosen={ids.map((id) => ({ id, name: names.get(id) ?? id }))}
      onChange={(chosen) => onChange(chosen.map(({ id }) => id))}
    />
  )
}
