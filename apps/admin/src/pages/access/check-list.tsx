import { CheckboxField } from '@latchkey/ui'
import type { ReactNode } from 'react'

/** Several of a few, by ticks. */
export function CheckList<T extends string>({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[]
  readonly chosen: readonly T[]
  onChange(chosen: readonly T[]): void
}) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-semibold">{label}</legend>
      {options.map((option) => (
        <CheckboxField
          key={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
          onCheck={(checked) =>
            onChange(checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))
          }
        />
      ))}
    </fieldset>
  )
}
