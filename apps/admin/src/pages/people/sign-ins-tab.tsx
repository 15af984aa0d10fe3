import type { Page } from '@latchkey/api'
import { useClient, useSurroundings, useTimes } from '@latchkey/front'
import { Badge, Card } from '@latchkey/ui'
import { describeBrowser, findProblemWords } from '@latchkey/words'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSaid } from '../../said.ts'
import type { PersonInFull } from './person.ts'

interface SignInRow {
  readonly id: string
  readonly createdDateTime: string
  readonly outcome: 'success' | 'failure' | 'interrupted'
  readonly code: string | null
  readonly appDisplayName: string | null
  readonly ipAddress: string
  readonly userAgent: string
  readonly correlationId: string
}

const tones = { success: 'good', failure: 'bad', interrupted: 'warn' } as const

/** A person's latest sign-ins: what became of each, why, and what helps. */
export function SignInsTab({ person }: { readonly person: PersonInFull }) {
  const {
    person: { signIns: said, tabs },
    common,
  } = useSaid()
  const { words } = useSurroundings()
  const { at } = useTimes()
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['people', 'signIns', person.id],
    queryFn: ({ signal }) => client.get<Page<SignInRow>>(`/latchkey/people/${person.id}/signIns`, { signal }),
  })
  return (
    <Card title={tabs.signIns}>
      {data.value.length === 0 && <p className="text-soft">{said.none}</p>}
      <ul aria-label={tabs.signIns} className="divide-y divide-line">
        {data.value.map((signIn) => {
          const why = signIn.code === null ? undefined : findProblemWords(words, signIn.code)
          return (
            <li key={signIn.id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone={tones[signIn.outcome]}>{said[signIn.outcome]}</Badge>
                <span className="font-medium">{at(signIn.createdDateTime)}</span>
                {signIn.appDisplayName !== null && <span>{signIn.appDisplayName}</span>}
              </div>
              {signIn.code !== null && (
                <p>
                  <span className="font-medium">{why?.title ?? signIn.code}</span>
                  {why !== undefined && (
                    <span className="block text-sm text-soft">
                      {why.reason} {why.next}
                    </span>
                  )}
                </p>
              )}
              <p className="text-sm text-soft">
                {describeBrowser(signIn.userAgent, words)}, {signIn.ipAddress}
                {signIn.outcome !== 'success' && (
                  <span className="block">
                    {common.correlationId} <code className="break-all">{signIn.correlationId}</code>
                  </span>
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
