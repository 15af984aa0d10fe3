import { type ReactNode, useId } from 'react'

/** Something that is so, or not, once it is saved. */
export interface CheckboxFieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  /** Why it cannot be changed now; absent if it can. */
  readonly unavailable?: string | undefined
  onCheck(checked: boolean): void
}

/** See `CheckboxFieldProps`. */
export function CheckboxField({ label, hint, checked, unavailable, onCheck }: CheckboxFieldProps) {
  const id = useId()
  const about = unavailable ?? hint
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={unavailable !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onCheck(target.checked)}
        className="mt-1 size-5 flex-none accent-accent"
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {about !== undefined && (
          <p id={`${id}-hint`} className="text-sm text-soft">
            {about}
          </p>
        )}
      </div>
    </div>
  )
}
