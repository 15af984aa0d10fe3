import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { CheckboxField, ChoiceField } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useSaidIn } from '../../said.ts'
import { CheckList } from './check-list.tsx'
import { NamedPicker } from './named-picker.tsx'
import type { PartProps } from './part-modal.tsx'
import type { Conditions } from './policy.ts'
import { type Named, useRoleNames } from './rules.ts'

const words = new Set(['All', 'None', 'GuestsOrExternalUsers'])

/** Whom a policy is for. */
export function PeoplePart({ draft, onChange }: PartProps) {
  const { people } = useSaidIn('rules').access
  const roles = useRoleNames().map(({ id, displayName }) => ({ value: id, label: displayName }))
  const { users } = draft.conditions
  const change = (changed: Partial<Conditions['users']>) =>
    onChange({ ...draft, conditions: { ...draft.conditions, users: { ...users, ...changed } } })
  const kind = users.includeUsers.includes('All')
    ? 'all'
    : users.includeUsers.includes('None')
      ? 'none'
      : 'some'
  const peopleIds = (ids: readonly string[]) => ids.filter((id) => !words.has(id))
  return (
    <>
      <ChoiceField
        label={people.title}
        value={kind}
        options={[
          { value: 'all', label: people.all },
          { value: 'some', label: people.some },
          { value: 'none', label: people.none },
        ]}
        onChoose={(next) =>
          change({
            includeUsers: next === 'all' ? ['All'] : next === 'none' ? ['None'] : [],
            ...(next !== 'some' && { includeGroups: [], includeRoles: [] }),
          })
        }
      />
      {kind === 'some' && (
        <>
          <NamedPicker
            kind="users"
            label={people.include}
            ids={peopleIds(users.includeUsers)}
            onChange={(includeUsers) => change({ includeUsers })}
          />
          <NamedPicker
            kind="groups"
            label={people.includeGroups}
            ids={users.includeGroups}
            onChange={(includeGroups) => change({ includeGroups })}
          />
          <CheckList
            label={people.includeRoles}
            options={roles}
            chosen={users.includeRoles}
            onChange={(includeRoles) => change({ includeRoles })}
          />
        </>
      )}
      {kind !== 'none' && (
        <>
          <NamedPicker
            kind="users"
            label={people.exclude}
            ids={peopleIds(users.excludeUsers)}
            onChange={(excludeUsers) => change({ excludeUsers })}
          />
          <NamedPicker
            kind="groups"
            label={people.excludeGroups}
            ids={users.excludeGroups}
            onChange={(excludeGroups) => change({ excludeGroups })}
          />
          <details className="rounded-xl border border-line p-4">
            <summary className="cursor-pointer font-semibold">{people.excludeRoles}</summary>
            <div className="mt-3">
              <CheckList
                label={people.excludeRoles}
                options={roles}
                chosen={users.excludeRoles}
                onChange={(excludeRoles) => change({ excludeRoles })}
              />
            </div>
          </details>
          <Emergency excluded={users.excludeUsers} onChange={(excludeUsers) => change({ excludeUsers })} />
        </>
      )}
    </>
  )
}

/** The accounts for emergencies, out by one tick. */
function Emergency({
  excluded,
  onChange,
}: {
  readonly excluded: readonly string[]
  onChange(ids: readonly string[]): void
}) {
  const { people } = useSaidIn('rules').access
  const client = useClient()
  const { data } = useQuery({
    queryKey: ['break-glass'],
    queryFn: ({ signal }) => client.get<Page<Named>>('/latchkey/breakGlass', { signal }),
    retry: false,
  })
  const ids = (data?.value ?? []).map(({ id }) => id)
  const out = ids.length > 0 && ids.every((id) => excluded.includes(id))
  return (
    <CheckboxField
      label={people.emergency}
      hint={people.emergencyHint}
      unavailable={ids.length === 0 ? people.emergencyNone : undefined}
      checked={out}
      onCheck={(checked) =>
        onChange(
          checked ? [...new Set([...excluded, ...ids])] : excluded.filter((each) => !ids.includes(each)),
        )
      }
    />
  )
}
