import { SelectField, TextField } from '@latchkey/ui'
import { useSaidIn } from '../../said.ts'
import type { PartProps } from './part-modal.tsx'
import { noSession, type Session } from './policy.ts'

type Again = 'never' | 'everyTime' | 'hours' | 'days'

/** How long a sign-in is good for. */
export function SessionPart({ draft, onChange }: PartProps) {
  const words = useSaidIn('rules').access.session
  const session = draft.sessionControls ?? noSession
  const change = (changed: Partial<Session>) => {
    const next = { ...session, ...changed }
    const says = Object.values(next).some((each) => each !== null)
    onChange({ ...draft, sessionControls: says ? next : null })
  }
  const { signInFrequency: frequency, persistentBrowser: browser } = session
  const again = againOf(frequency)
  return (
    <>
      <SelectField<Again>
        label={words.frequency}
        value={again}
        options={[
          { value: 'never', label: words.never },
          { value: 'hours', label: words.hours },
          { value: 'days', label: words.days },
          { value: 'everyTime', label: words.everyTime },
        ]}
        onChoose={(next) => change({ signInFrequency: toFrequency(next, frequency?.value ?? 8) })}
      />
      {(again === 'hours' || again === 'days') && (
        <TextField
          label={words.value}
          type="number"
          min={1}
          max={365}
          value={frequency?.value ?? 8}
          onChange={({ target }) =>
            change({ signInFrequency: toFrequency(again, Math.max(1, target.valueAsNumber || 1)) })
          }
        />
      )}
      <SelectField
        label={words.browser}
        value={browser?.isEnabled ? browser.mode : 'usual'}
        options={[
          { value: 'usual', label: words.browserUsual },
          { value: 'never', label: words.browserNever },
          { value: 'always', label: words.browserAlways },
        ]}
        onChoose={(mode) =>
          change({ persistentBrowser: mode === 'usual' ? null : { isEnabled: true, mode } })
        }
      />
    </>
  )
}

function againOf(frequency: Session['signInFrequency']): Again {
  if (!frequency?.isEnabled) return 'never'
  return frequency.frequencyInterval === 'everyTime' ? 'everyTime' : (frequency.type ?? 'hours')
}

function toFrequency(again: Again, value: number): Session['signInFrequency'] {
  if (again === 'never') return null
  const both = { isEnabled: true, authenticationType: 'primaryAndSecondaryAuthentication' } as const
  if (again === 'everyTime') return { ...both, frequencyInterval: 'everyTime', type: null, value: null }
  return { ...both, frequencyInterval: 'timeBased', type: again, value }
}
