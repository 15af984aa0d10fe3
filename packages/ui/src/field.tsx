import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names.ts'

/** What every field has. */
export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with what was entered, and what to do. */
  readonly error?: string | undefined
}

/** What a control needs to belong to its field. */
export interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

/** A label, a control, a hint, and what is wrong. */
export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { readonly children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    (each) => each !== false,
  )
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error !== undefined || undefined,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  )
}

/** How text is entered. */
export function controlClass(invalid: boolean): string {
  return classNames(
    'min-h-11 w-full rounded-xl border bg-paper px-3 py-2 text-ink placeholder:text-soft',
    invalid ? 'border-bad' : 'border-edge',
  )
}
