import { CheckboxField, SelectField } from '@latchkey/ui'
import { useSaid } from '../../said.ts'
import type { PassTerms } from './person.ts'

/** What whoever issues a pass chooses. */
export interface PassChoice {
  readonly minutes: number
  readonly once: boolean
  readonly verified: boolean
}

/** What is chosen unless somebody chooses otherwise. */
export function usualPass({ defaultLifetimeInMinutes, isUsableOnce }: PassTerms): PassChoice {
  return { minutes: defaultLifetimeInMinutes, once: isUsableOnce, verified: false }
}

const usualLifetimes = [10, 30, 60, 120, 240, 480, 1440, 2880, 4320, 10_080, 20_160, 43_200]

/** How long a pass works, how often, and whether it was made sure whose it is. */
export function PassFields({
  terms,
  choice,
  onChange,
}: {
  readonly terms: PassTerms
  readonly choice: PassChoice
  onChange(choice: PassChoice): void
}) {
  const {
    person: { pass: said },
  } = useSaid()
  const { minimumLifetimeInMinutes: least, maximumLifetimeInMinutes: most } = terms
  const lifetimes = [...new Set([...usualLifetimes, least, most, terms.defaultLifetimeInMinutes])]
    .filter((minutes) => minutes >= least && minutes <= most)
    .toSorted((a, b) => a - b)
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label={said.lifetime}
        value={String(choice.minutes)}
        options={lifetimes.map((minutes) => ({ value: String(minutes), label: lengthOf(said, minutes) }))}
        onChoose={(minutes) => onChange({ ...choice, minutes: Number(minutes) })}
      />
      <CheckboxField
        label={said.once}
        checked={choice.once}
        unavailable={terms.isUsableOnce ? said.onceOnly : undefined}
        onCheck={(once) => onChange({ ...choice, once })}
      />
      <CheckboxField
        label={said.verified}
        checked={choice.verified}
        onCheck={(verified) => onChange({ ...choice, verified })}
      />
    </div>
  )
}

type PassWords = ReturnType<typeof useSaid>['person']['pass']

function lengthOf(said: PassWords, minutes: number): string {
  if (minutes % 1440 === 0) return said.days({ count: minutes / 1440 })
  return minutes % 60 === 0 ? said.hours({ count: minutes / 60 }) : said.minutes({ count: minutes })
}
