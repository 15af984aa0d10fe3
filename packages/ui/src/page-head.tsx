import type { ReactNode } from 'react'

/** What a page is, in a few words, and what can be done on it. */
export function PageHead({
  title,
  lead,
  actions,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <div className="max-w-2xl">
        <h1 className="text-2xl font-bold">{title}</h1>
        {lead !== undefined && <p className="mt-1 text-soft">{lead}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}
