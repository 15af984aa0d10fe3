import { ChoiceField, Notice } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import { CheckList } from './check-list.tsx'
import type { PartProps } from './part-modal.tsx'
import { systemName } from './say-policy.ts'

const systems = (['android', 'iOS', 'windows', 'macOS', 'linux'] as const).map((value) => ({
  value,
  label: systemName(value) ?? value,
}))

/** On which systems. */
export function PlatformsPart({ draft, onChange }: PartProps) {
  const words = useSaidIn('rules').access.platforms
  const platforms = draft.conditions.platforms ?? { includePlatforms: ['all'], excludePlatforms: [] }
  const change = (changed: Partial<typeof platforms>) => {
    const next = { ...platforms, ...changed }
    const says = !next.includePlatforms.includes('all') || next.excludePlatforms.length > 0
    onChange({ ...draft, conditions: { ...draft.conditions, platforms: says ? next : null } })
  }
  const kind = platforms.includePlatforms.includes('all') ? 'any' : 'some'
  const known = systems.map(({ value }) => value)
  return (
    <>
      <ChoiceField
        label={words.title}
        value={kind}
        options={[
          { value: 'any', label: words.any },
          { value: 'some', label: words.some },
        ]}
        onChoose={(next) => change({ includePlatforms: next === 'any' ? ['all'] : ['windows'] })}
      />
      {kind === 'some' && (
        <CheckList
          label={words.include}
          options={systems}
          chosen={known.filter((each) => platforms.includePlatforms.includes(each))}
          onChange={(includePlatforms) => change({ includePlatforms })}
        />
      )}
      <CheckList
        label={words.exclude}
        options={systems}
        chosen={known.filter((each) => platforms.excludePlatforms.includes(each))}
        onChange={(excludePlatforms) => change({ excludePlatforms })}
      />
      <Notice title={words.note} />
    </>
  )
}
