import { Switch } from 'radix-ui'
import { type ReactNode, useId } from 'react'

/** Something that is on or off, at once. */
export interface SwitchFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly on: boolean
  /** Why it cannot be switched; stands in the place of the hint. */
  readonly unavailable?: string | undefined
  onSwitch(on: boolean): void
}

/** See `SwitchFieldProps`. */
export function SwitchField({ label, hint, on, unavailable, onSwitch }: SwitchFieldProps) {
  const id = useId()
  const about = unavailable ?? hint
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {about !== undefined && (
          <p id={`${id}-hint`} className="text-sm text-soft">
            {about}
          </p>
        )}
      </div>
      <Switch.Root
        id={id}
        checked={on}
        onCheckedChange={onSwitch}
        disabled={unavailable !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-hint`}
        className="relative mt-0.5 h-7 w-12 flex-none rounded-full border border-edge bg-hover motion-safe:transition data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-60"
      >
        <Switch.Thumb className="block size-5 translate-x-0.5 rounded-full bg-ink motion-safe:transition data-[state=checked]:translate-x-6 data-[state=checked]:bg-on-accent" />
      </Switch.Root>
    </div>
  )
}
