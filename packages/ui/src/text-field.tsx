import type { InputHTMLAttributes } from 'react'
import { controlClass, Field, type FieldProps } from './field.tsx'

/** A line of text. */
export interface TextFieldProps
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> {}

/** See `TextFieldProps`. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <input {...input} {...wiring} className={controlClass(error !== undefined)} />}
    </Field>
  )
}
