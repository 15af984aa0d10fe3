import { usePageTitle } from '@latchkey/front'
import { buttonClass } from '@latchkey/ui'
import { CircleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { DoneHead } from '../../done-head.tsx'
import { useSaid } from '../../said.ts'
import { PartList } from './part-list.tsx'
import { parts } from './set-up.ts'
import type { useSetUp } from './use-set-up.ts'

/** What was set up, and the way on. */
export function AddedPage({ setUp }: { readonly setUp: ReturnType<typeof useSetUp> }) {
  const { adding: text, accounts } = useSaid()
  const { states, accountId } = setUp
  const failed = parts.some((part) => states[part].at === 'failed')
  const added = accountId !== undefined
  usePageTitle(added ? text.addedTitle : text.nothingTitle)
  return (
    <>
      {added ? (
        <DoneHead title={text.addedTitle}>{failed ? text.addedPartly : text.added}</DoneHead>
      ) : (
        <div role="alert" className="flex flex-col items-center gap-3 pt-8 text-center">
          <CircleAlert aria-hidden className="size-16 text-bad" />
          <h1 className="text-2xl font-bold">{text.unverifiedTitle}</h1>
          <p className="max-w-sm text-soft">{text.nothingLead}</p>
        </div>
      )}
      <PartList
        states={states}
        shows="progress"
        onRetry={(part) => void (part === 'device' ? setUp.begin() : setUp.retry(part))}
      />
      <div className="grid">
        <Link
          to={added ? `/accounts/${accountId}` : '/'}
          className={buttonClass(added ? 'primary' : 'quiet')}
        >
          {added ? text.continue : accounts.title}
        </Link>
      </div>
    </>
  )
}
