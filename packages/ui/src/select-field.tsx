import { controlClass, Field, type FieldProps } from './field.tsx'

/** One of a few. */
export interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  onChoose(value: T): void
}

/** See `SelectFieldProps`. The system's own list: it works everywhere, with everything. */
export function SelectField<T extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChoose,
}: SelectFieldProps<T>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <select
          {...wiring}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value)
            if (chosen !== undefined) onChoose(chosen.value)
          }}
          className={controlClass(error !== undefined)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
