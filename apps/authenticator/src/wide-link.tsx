import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

const look =
  'flex min-h-18 w-full items-center gap-4 rounded-2xl border border-line bg-paper px-4 py-3 text-left shadow-card hover:bg-hover'

interface WideProps {
  readonly icon: ReactNode
  readonly title: string
  readonly about?: ReactNode
}

/** A way on, as wide as the phone: a page of the app. */
export function WideLink({ to, ...face }: WideProps & { readonly to: string }) {
  return (
    <Link to={to} className={look}>
      <Face {...face} />
    </Link>
  )
}

/** A way on that does something first. */
export function WideButton({ onClick, ...face }: WideProps & { onClick(): void }) {
  return (
    <button type="button" onClick={onClick} className={look}>
      <Face {...face} />
    </button>
  )
}

function Face({ icon, title, about }: WideProps) {
  return (
    <>
      <span
        aria-hidden
        className="grid size-12 flex-none place-items-center rounded-xl bg-hover text-accent [&>svg]:size-6"
      >
        {icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold break-words">{title}</span>
        {about !== undefined && <span className="block text-sm text-soft">{about}</span>}
      </span>
      <ChevronRight aria-hidden className="size-5 flex-none text-soft" />
    </>
  )
}
