import { buttonClass, PageHead } from '@latchkey/ui'
import { Link } from 'react-router'
import { useSurroundings } from './surroundings.ts'

/** The page for an address that leads nowhere. */
export function NotFoundPage() {
  const { notFound } = useSurroundings().words.frame
  return (
    <>
      <PageHead title={notFound.title} lead={notFound.lead} />
      <p>
        <Link to="/" className={buttonClass('primary')}>
          {notFound.back}
        </Link>
      </p>
    </>
  )
}
