import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** The way back to the page that this one belongs to. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <p>
      <Link
        to={to}
        className="inline-flex min-h-9 items-center gap-1 text-soft hover:text-ink hover:underline"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {children}
      </Link>
    </p>
  )
}
