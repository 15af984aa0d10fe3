import type { ReactNode } from 'react'

/** A button that is a picture, as large as a thumb. */
export function IconButton({
  label,
  icon,
  onClick,
}: {
  readonly label: string
  readonly icon: ReactNode
  onClick(): void
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="grid size-12 flex-none place-items-center rounded-2xl text-soft hover:bg-hover hover:text-bad [&>svg]:size-5"
    >
      {icon}
    </button>
  )
}
