import type { ReactNode } from 'react'

/** There is nothing here yet: what would be, and how to begin. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-2xl border border-dashed border-edge px-6 py-12 text-center">
      <span aria-hidden className="grid size-14 place-items-center rounded-full bg-hover text-accent">
        {icon}
      </span>
      <p className="mt-2 text-lg font-bold">{title}</p>
      <p className="max-w-md text-soft">{children}</p>
      {action !== undefined && <div className="mt-3">{action}</div>}
    </div>
  )
}
