import type { Page } from '@latchkey/api'
import { useClient, usePageTitle } from '@latchkey/front'
import { Button, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { AddDomain } from './add-domain.tsx'
import type { Domain } from './domain.ts'
import { DomainCard } from './domain-card.tsx'

/** The domains of the organisation: those that are proven, and those that wait for it. */
export function DomainsPage() {
  const { domains: said } = useSaidIn('organisation')
  usePageTitle(said.title)
  const client = useClient()
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<string>()
  const { data } = useSuspenseQuery({
    queryKey: ['domains'],
    queryFn: ({ signal }) => client.get<Page<Domain>>('/domains?$top=999', { signal }),
  })
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          <Button
            look="primary"
            icon={<Plus aria-hidden className="size-5" />}
            unavailable={useWhyNot('change the organisation')}
            onClick={() => setAdding(true)}
          >
            {said.add}
          </Button>
        }
      />
      <ul aria-label={said.list} className="flex flex-col gap-4">
        {data.value.map((domain) => (
          <li key={domain.id}>
            <DomainCard
              domain={domain}
              open={shown === domain.id}
              onOpen={(open) => setShown(open ? domain.id : undefined)}
            />
          </li>
        ))}
      </ul>
      {adding && (
        <AddDomain
          onClose={() => setAdding(false)}
          onAdded={(id) => {
            setAdding(false)
            setShown(id)
          }}
        />
      )}
    </>
  )
}
