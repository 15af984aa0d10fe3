import { LoaderCircle } from 'lucide-react'
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'

/** A button. It is never hidden because it cannot be used: it says why. */
export interface ButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'className' | 'type'> {
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
        className={classNames(buttonClass(look, size), waits && 'opacity-60')}
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
