import { useClient, usePageTitle, useTimes } from '@latchkey/front'
import { PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSaid } from '../../said.ts'
import { AttentionList } from './attention-list.tsx'
import { homeQuery } from './home.ts'
import { Numbers } from './numbers.tsx'

/** The first page: what needs attention, then how things go. */
export function HomePage() {
  const { home } = useSaid()
  const client = useClient()
  const times = useTimes()
  usePageTitle(home.title)
  const { data } = useSuspenseQuery({ ...homeQuery(client), refetchInterval: 60_000 })
  return (
    <>
      <PageHead title={home.title} lead={home.counted({ time: times.ago(data.countedDateTime) })} />
      <AttentionList attention={data.attention} />
      {data.people !== null && <Numbers people={data.people} days={data.days} />}
    </>
  )
}
