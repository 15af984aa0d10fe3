import { RadioGroup } from 'radix-ui'
import { type ReactNode, useId, useRef } from 'react'

/** One of a few, each with what it means. */
export interface ChoiceFieldProps<T extends string> {
  readonly label: string
  readonly value: T | undefined
  readonly options: readonly {
    readonly value: T
    readonly label: string
    readonly about?: ReactNode
    /** Why it cannot be chosen; absent if it can. */
    readonly unavailable?: string | undefined
  }[]
  /** Two beside one another, where there is room. */
  readonly columns?: 2
  onChoose(value: T): void
}

/** See `ChoiceFieldProps`. */
export function ChoiceField<T extends string>({
  label,
  value,
  options,
  columns,
  onChoose,
}: ChoiceFieldProps<T>) {
  const id = useId()
  // Radix forgets that an arrow moved the focus when the key is up again before the focus has moved, as on a slow machine.
  const arrowMoves = useRef(false)
  const choose = (next: string) => {
    const chosen = options.find((option) => option.value === next)
    if (chosen !== undefined && chosen.value !== value) onChoose(chosen.value)
  }
  return (
    <div className="flex flex-col gap-2">
      <p id={id} className="font-semibold">
        {label}
      </p>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value ?? ''}
        onValueChange={choose}
        onKeyDown={({ key }) => {
          arrowMoves.current = key.startsWith('Arrow')
        }}
        className={columns === 2 ? 'grid gap-3 sm:grid-cols-2' : 'grid gap-3'}
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            disabled={option.unavailable !== undefined}
            onFocus={() => {
              if (arrowMoves.current) choose(option.value)
              arrowMoves.current = false
            }}
            className="group flex items-start gap-3 rounded-2xl border border-edge bg-paper p-4 text-left hover:bg-hover disabled:cursor-not-allowed disabled:border-line disabled:text-soft disabled:hover:bg-paper data-[state=checked]:border-accent data-[state=checked]:ring-1 data-[state=checked]:ring-accent"
          >
            <span
              aria-hidden
              className="mt-0.5 grid size-5 flex-none place-items-center rounded-full border border-edge group-data-[state=checked]:border-accent"
            >
              <RadioGroup.Indicator className="size-2.5 rounded-full bg-accent" />
            </span>
            <span className="flex flex-col gap-1">
              <span className="font-semibold">{option.label}</span>
              {option.about !== undefined && <span className="text-sm text-soft">{option.about}</span>}
              {option.unavailable !== undefined && <span className="text-sm">{option.unavailable}</span>}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
