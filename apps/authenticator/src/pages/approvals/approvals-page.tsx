import { usePageTitle } from '@latchkey/front'
import { EmptyState } from '@latchkey/ui'
import { BellRing } from 'lucide-react'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'

/** Where a notification leads: what waits stands in front of it by itself. */
export function ApprovalsPage() {
  const { accounts, approvals: text } = useSaid()
  usePageTitle(text.title)
  return (
    <>
      <BackLink to="/">{accounts.title}</BackLink>
      <h1 className="text-2xl font-bold">{text.title}</h1>
      <EmptyState icon={<BellRing aria-hidden className="size-7" />} title={text.none}>
        {text.noneLead}
      </EmptyState>
    </>
  )
}
