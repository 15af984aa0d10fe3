import { CircleCheckBig } from 'lucide-react'
import type { ReactNode } from 'react'

/** A tick, what was done, and what follows from it. */
export function DoneHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div role="status" className="flex flex-col items-center gap-3 pt-8 text-center">
      <CircleCheckBig aria-hidden className="size-16 text-good" />
      <h1 className="text-2xl font-bold">{title}</h1>
      {children !== undefined && <p className="max-w-sm text-soft">{children}</p>}
    </div>
  )
}
