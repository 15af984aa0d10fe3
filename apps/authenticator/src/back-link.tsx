import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** The way to where one came from. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link
      to={to}
      className="-ml-2 flex min-h-11 w-fit items-center gap-1.5 rounded-xl px-2 text-soft hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-5" />
      {children}
    </Link>
  )
}
