import { LoaderCircle } from 'lucide-react'
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

/** A button. It is never hidden because it cannot be used: it says why. */
export interface ButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className' | 'type'> {
  /** `primary` once on a page at most. */
  readonly look?: 'primary' | 'quiet' | 'danger'
  readonly size?: 'usual' | 'small'
  readonly type?: 'button' | 'submit'
  /** Something is on its way: the button waits, and says so. */
  readonly busy?: string | undefined
  /** Why it cannot be used now; absent if it can. */
  readonly unavailable?: string | undefined
  readonly icon?: ReactNode
}

const looks = {
  primary: 'bg-accent text-on-accent border-accent hover:brightness-110',
  quiet: 'bg-paper text-ink border-edge hover:bg-hover',
  danger: 'bg-paper text-bad border-bad hover:bg-bad-ground',
}

const sizes = { usual: 'min-h-11 px-5 text-base', small: 'min-h-9 px-3 text-sm' }

/** See `ButtonProps`. */
export function Button({
  look = 'quiet',
  size = 'usual',
  type = 'button',
  busy,
  unavailable,
  icon,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const waits = busy !== undefined || unavailable !== undefined
  return (
    <>
      <button
        {...rest}
        type={type}
        aria-disabled={waits || undefined}
        aria-describedby={unavailable === undefined ? rest['aria-describedby'] : reasonId}
        title={unavailable}
        onClick={waits ? (event) => event.preventDefault() : onClick}
        className={classNames(
          'inline-flex items-center justify-center gap-2 rounded-xl border font-semibold motion-safe:transition',
          looks[look],
          sizes[size],
          waits && 'opacity-60',
        )}
      >
        {busy === undefined ? icon : <LoaderCircle aria-hidden className="size-4 motion-safe:animate-spin" />}
        {busy ?? children}
      </button>
      {unavailable !== undefined && (
        <span id={reasonId} className="sr-only">
          {unavailable}
        </span>
      )}
    </>
  )
}
