import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** The way back to the list that a page belongs to. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} className="inline-flex w-fit items-center gap-1.5 font-medium text-accent hover:underline">
      <ArrowLeft aria-hidden className="size-4" />
      {children}
    </Link>
  )
}
