import { useClient, usePageTitle } from '@latchkey/front'
import { Button, EmptyState, Notice, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { PlaneTakeoff } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { ChoosePerson } from './choose-person.tsx'
import { LivedCard } from './lived-card.tsx'
import type { Preflight } from './preflight.ts'
import { WalkCard } from './walk-card.tsx'

/** How often the page looks what the test person did. */
const lookMilliseconds = 3000

const tones = {
  missing: 'plain',
  stopped: 'bad',
  walking: 'plain',
  outdated: 'warn',
  passed: 'good',
} as const

/** The path, walked before it is announced: by the rules, then by somebody. */
export function PreflightPage() {
  const said = useSaidIn('rollout').campaign.preflight
  usePageTitle(said.title)
  const client = useClient()
  const [choosing, setChoosing] = useState(false)
  const whyNot = useWhyNot('change the methods policy')
  const { data } = useSuspenseQuery({
    queryKey: ['preflight'],
    queryFn: ({ signal }) => client.get<Preflight>('/latchkey/rollout/preflight', { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'walking' ? lookMilliseconds : false),
  })
  const { title, lead } = said.states[data.state]
  const choose = (text: string, look: 'primary' | 'quiet') => (
    <Button look={look} unavailable={whyNot} onClick={() => setChoosing(true)}>
      {text}
    </Button>
  )
  return (
    <>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={data.person !== null && choose(said.another, 'quiet')}
      />
      {data.person === null ? (
        <EmptyState
          icon={<PlaneTakeoff className="size-7" />}
          title={title}
          action={choose(said.choose, 'primary')}
        >
          {lead}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-5">
          <Notice tone={tones[data.state]} title={title} live="polite">
            {lead}
          </Notice>
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <WalkCard preflight={data} />
            <LivedCard preflight={data} person={data.person} />
          </div>
        </div>
      )}
      {choosing && <ChoosePerson onClose={() => setChoosing(false)} />}
    </>
  )
}
