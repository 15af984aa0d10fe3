import type { TextareaHTMLAttributes } from 'react'
import { controlClass, Field, type FieldProps } from './field.tsx'

/** Several lines of text. */
export interface TextAreaProps
  extends FieldProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id'> {}

/** See `TextAreaProps`. */
export function TextArea({ label, hint, error, rows = 4, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <textarea {...area} {...wiring} rows={rows} className={controlClass(error !== undefined)} />
      )}
    </Field>
  )
}
