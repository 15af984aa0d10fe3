import type { ReactNode } from 'react'

/** One thing among others: what it is, something about it, and what can be done with it. */
export interface ListRowProps {
  readonly icon?: ReactNode
  readonly title: ReactNode
  readonly about?: ReactNode
  readonly badges?: ReactNode
  readonly actions?: ReactNode
}

/** A list of rows. */
export function List({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-2xl border border-line bg-paper">
      {children}
    </ul>
  )
}

/** See `ListRowProps`. */
export function ListRow({ icon, title, about, badges, actions }: ListRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-4 px-4 py-3">
      {icon !== undefined && (
        <span
          aria-hidden
          className="grid size-10 flex-none place-items-center rounded-xl bg-hover text-accent"
        >
          {icon}
        </span>
      )}
      <div className="min-w-40 flex-1">
        <p className="font-semibold">{title}</p>
        {about !== undefined && <p className="text-sm text-soft">{about}</p>}
      </div>
      {badges !== undefined && <div className="flex flex-wrap gap-2">{badges}</div>}
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </li>
  )
}
