import { Badge } from '@latchkey/ui'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** Something to choose that leads on. */
export function OfferLink({
  to,
  icon,
  name,
  hint,
  badge,
}: {
  readonly to: string
  readonly icon: ReactNode
  readonly name: string
  readonly hint: string
  readonly badge?: string | undefined
}) {
  return (
    <li>
      <Link
        to={to}
        className="flex items-center gap-4 rounded-2xl border border-edge bg-paper p-4 shadow-card hover:border-accent hover:bg-hover"
      >
        <OfferIcon>{icon}</OfferIcon>
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-2 font-semibold">
            {name} {badge !== undefined && <Badge tone="good">{badge}</Badge>}
          </span>
          <span className="block text-sm text-soft">{hint}</span>
        </span>
        <ChevronRight aria-hidden className="size-5 flex-none text-soft" />
      </Link>
    </li>
  )
}

/** The same, where it is not open: in sight, with the reason. */
export function ClosedOffer({
  icon,
  name,
  title,
  reason,
}: {
  readonly icon: ReactNode
  readonly name: string
  readonly title: string
  readonly reason: string
}) {
  return (
    <li className="flex items-start gap-4 rounded-2xl border border-line p-4 text-soft">
      <OfferIcon>{icon}</OfferIcon>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{name}</p>
        <p className="text-sm">{title}</p>
        <p className="text-sm">{reason}</p>
      </div>
    </li>
  )
}

function OfferIcon({ children }: { readonly children: ReactNode }) {
  return (
    <span aria-hidden className="grid size-11 flex-none place-items-center rounded-xl bg-hover text-accent">
      {children}
    </span>
  )
}
