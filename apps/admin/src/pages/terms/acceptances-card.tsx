import type { Page } from '@latchkey/api'
import { useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Card, DataTable } from '@latchkey/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { saveAs, toCsv } from '../../lock-out/to-csv.ts'
import { useSaidIn } from '../../said.ts'

interface Acceptance {
  readonly id: string
  readonly userDisplayName: string | null
  readonly userPrincipalName: string | null
  readonly userId: string
  readonly state: 'accepted' | 'declined'
  readonly recordedDateTime: string
  readonly latchkey_version: number
  readonly latchkey_language: string
}

/** What people said to terms of use, newest first. */
export function AcceptancesCard({ termsId }: { readonly termsId: string }) {
  const { terms: words, frame } = useSaidIn('rules')
  const client = useClient()
  const times = useTimes()
  const [writing, setWriting] = useState(false)
  const path = `/agreements/${termsId}/acceptances`
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isLoading } = useInfiniteQuery({
    queryKey: ['acceptances', termsId],
    queryFn: ({ pageParam, signal }) =>
      pageParam === ''
        ? client.get<Page<Acceptance>>(`${path}?$top=50`, { signal })
        : client.next<Page<Acceptance>>(pageParam, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page['@odata.nextLink'],
  })
  const rows = data?.pages.flatMap(({ value }) => value) ?? []
  const write = async () => {
    setWriting(true)
    try {
      const all: Acceptance[] = []
      let page = await client.get<Page<Acceptance>>(`${path}?$top=999`)
      for (;;) {
        all.push(...page.value)
        const next = page['@odata.nextLink']
        if (next === undefined) break
        page = await client.next<Page<Acceptance>>(next)
      }
      const head = [words.person, words.name, words.said, words.editionHead, words.language, words.when]
      const lines = all.map((each) => [
        each.userPrincipalName ?? each.userId,
        each.userDisplayName ?? '',
        words[each.state],
        String(each.latchkey_version),
        each.latchkey_language,
        each.recordedDateTime,
      ])
      saveAs('acceptances.csv', `\uFEFF${toCsv([head, ...lines])}`, 'text/csv')
    } finally {
      setWriting(false)
    }
  }
  return (
    <Card
      title={words.acceptances}
      actions={
        rows.length > 0 && (
          <Button
            size="small"
            icon={<Download aria-hidden className="size-4" />}
            busy={writing ? words.exporting : undefined}
            onClick={write}
          >
            {words.exportAll}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="text-soft">{isLoading ? frame.loading : words.acceptancesNone}</p>
      ) : (
        <DataTable
          caption={words.acceptances}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              name: 'person',
              label: words.person,
              show: (row) => row.userDisplayName ?? row.userPrincipalName ?? row.userId,
            },
            {
              name: 'said',
              label: words.said,
              show: (row) => (
                <Badge tone={row.state === 'accepted' ? 'good' : 'bad'}>{words[row.state]}</Badge>
              ),
            },
            { name: 'edition', label: words.editionHead, numeric: true, show: (row) => row.latchkey_version },
            { name: 'when', label: words.when, show: (row) => times.at(row.recordedDateTime) },
          ]}
          foot={
            hasNextPage && (
              <Button
                size="small"
                busy={isFetchingNextPage ? frame.loading : undefined}
                onClick={() => fetchNextPage()}
              >
                {frame.more}
              </Button>
            )
          }
        />
      )}
    </Card>
  )
}
