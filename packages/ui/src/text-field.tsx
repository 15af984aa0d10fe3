import type { InputHTMLAttributes } from 'react'
import { controlClass, Field, type FieldProps } from './field.tsx'

/** A line of text. */
export interface TextFieldProps
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> {}

/** See `TextFieldProps`. */
export function TextField({ label, hint, error, autoFocus, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <input
          {...input}
          {...wiring}
          ref={autoFocus ? takeFocus : undefined}
          className={controlClass(error !== undefined)}
        />
      )}
    </Field>
  )
}

/** Now, and when the layer opens that it stands in: React does not write the attribute that a layer looks for. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.setAttribute('autofocus', '')
  input?.focus()
}
