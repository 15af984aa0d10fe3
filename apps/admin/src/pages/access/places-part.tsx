import { ChoiceField, Notice } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { CheckList } from './check-list.tsx'
import type { PartProps } from './part-modal.tsx'
import type { Conditions } from './policy.ts'
import { useRules } from './rules.ts'

/** From where. */
export function PlacesPart({ draft, onChange }: PartProps) {
  const { places } = useSaidIn('rules').access
  const named = useRules().namedLocations.map(({ id, displayName }) => ({ value: id, label: displayName }))
  const locations = draft.conditions.locations ?? { includeLocations: ['All'], excludeLocations: [] }
  const change = (changed: Partial<typeof locations>) => {
    const next = { ...locations, ...changed }
    const says = !next.includeLocations.includes('All') || next.excludeLocations.length > 0
    const kept: Conditions['locations'] = says ? next : null
    onChange({ ...draft, conditions: { ...draft.conditions, locations: kept } })
  }
  const kind = locations.includeLocations.includes('All')
    ? 'any'
    : locations.includeLocations.includes('AllTrusted')
      ? 'trusted'
      : 'some'
  const begin = { any: ['All'], trusted: ['AllTrusted'], some: named.slice(0, 1).map(({ value }) => value) }
  return (
    <>
      <ChoiceField
        label={places.title}
        value={kind}
        options={[
          { value: 'any', label: places.any },
          { value: 'trusted', label: places.trusted },
          {
            value: 'some',
            label: places.some,
            unavailable: named.length === 0 ? places.missing : undefined,
          },
        ]}
        onChoose={(next) => change({ includeLocations: begin[next] })}
      />
      {kind === 'some' && (
        <CheckList
          label={places.include}
          options={named}
          chosen={locations.includeLocations}
          onChange={(includeLocations) => change({ includeLocations })}
        />
      )}
      <CheckList
        label={places.exclude}
        options={[{ value: 'AllTrusted', label: places.trusted }, ...named]}
        chosen={locations.excludeLocations}
        onChange={(excludeLocations) => change({ excludeLocations })}
      />
      {named.length === 0 && <Notice title={places.missing} />}
    </>
  )
}
