import { buttonClass, EmptyState } from '@latchkey/ui'
import { Compass } from 'lucide-react'
import { Link } from 'react-router'
import { useSurroundings } from './surroundings.ts'

/** The page for an address that leads nowhere. */
export function NotFoundPage() {
  const { notFound } = useSurroundings().words.frame
  return (
    <EmptyState
      icon={<Compass aria-hidden className="size-7" />}
      title={notFound.title}
      action={
        <Link to="/" className={buttonClass('primary')}>
          {notFound.back}
        </Link>
      }
    >
      {notFound.lead}
    </EmptyState>
  )
}
