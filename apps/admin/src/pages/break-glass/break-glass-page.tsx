import { useClient, usePageTitle } from '@latchkey/front'
import { Button, EmptyState, Notice, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus, Siren } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { BreakGlassAccounts } from './account.ts'
import { AccountCard } from './account-card.tsx'
import { MarkAccount } from './mark-account.tsx'

/** The accounts that are kept for emergencies, and whether they would help. */
export function BreakGlassPage() {
  const { breakGlass: said } = useSaidIn('organisation')
  usePageTitle(said.title)
  const client = useClient()
  const [marking, setMarking] = useState(false)
  const { data } = useSuspenseQuery({
    queryKey: ['break glass'],
    queryFn: ({ signal }) => client.get<BreakGlassAccounts>('/latchkey/breakGlass', { signal }),
  })
  const full = data.value.length >= data.most ? said.full : undefined
  const mark = (
    <Button
      look="primary"
      icon={<Plus aria-hidden className="size-5" />}
      unavailable={useWhyNot('keep an account for emergencies') ?? full}
      onClick={() => setMarking(true)}
    >
      {said.mark}
    </Button>
  )
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={data.value.length > 0 && mark} />
      {data.value.length === 0 ? (
        <EmptyState icon={<Siren className="size-7" />} title={said.none} action={mark}>
          {said.noneLead}
        </EmptyState>
      ) : (
        <>
          {data.value.length === 1 && <Notice title={said.one} />}
          <ul aria-label={said.list} className="grid gap-4 lg:grid-cols-2">
            {data.value.map((account) => (
              <li key={account.id}>
                <AccountCard account={account} />
              </li>
            ))}
          </ul>
          <p className="text-sm text-soft">{said.reminder}</p>
        </>
      )}
      {marking && <MarkAccount onClose={() => setMarking(false)} />}
    </>
  )
}
