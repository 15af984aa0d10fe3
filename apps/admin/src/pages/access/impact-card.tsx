import { ProblemNotice, useClient, useTimes } from '@latchkey/front'
import { Button, Card, DataTable, Notice, SelectField } from '@latchkey/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import type { Draft } from './policy.ts'
import { systemName } from './say-policy.ts'

type Outcome = 'passes' | 'needsMore' | 'blocked' | 'unknown' | 'notAbout'
type Counts = Readonly<Record<Outcome, number>>

interface Impact {
  readonly basis: 'recorded' | 'evaluated'
  readonly complete: boolean
  readonly signIns: Counts
  readonly people: Counts
  readonly platforms: readonly { readonly platform: string; readonly signIns: Counts }[]
  readonly examples: readonly {
    readonly signInId: string
    readonly at: string
    readonly userDisplayName: string | null
    readonly userPrincipalName: string | null
    readonly outcome: Outcome
    readonly missing: readonly string[]
  }[]
  readonly gaps: readonly ('contexts' | 'actions' | 'devices' | 'risk' | 'transfer' | 'frequency' | 'terms')[]
  readonly inferred: number
}

const shown = ['passes', 'needsMore', 'blocked', 'unknown'] as const
const colours = { passes: 'text-good', needsMore: 'text-warn', blocked: 'text-bad', unknown: 'text-soft' }

/** What a policy did, or would have done, to the sign-ins of the last days. */
export function ImpactCard({
  draft,
  policyId,
  unavailable,
}: {
  readonly draft: Draft
  /** Of a policy as it is kept: then the log says what it did. */
  readonly policyId?: string
  readonly unavailable?: string
}) {
  const { access } = useSaidIn('rules')
  const { impact: words } = access
  const client = useClient()
  const [days, setDays] = useState<'7' | '30'>('7')
  const [asked, setAsked] = useState(false)
  const recorded = policyId !== undefined && draft.state !== 'disabled'
  const { data, error, isFetching } = useQuery({
    queryKey: ['impact', days, recorded ? policyId : draft],
    queryFn: ({ signal }) =>
      recorded
        ? client.get<Impact>(`/latchkey/rules/impact?policyId=${policyId}&days=${days}`, { signal })
        : client.send<Impact>('POST', '/latchkey/rules/impact', {
            body: { days: Number(days), policy: { ...draft, displayName: draft.displayName || '…' } },
            signal,
          }),
    enabled: asked && unavailable === undefined,
    retry: false,
    staleTime: 60_000,
  })
  return (
    <Card
      title={words.title}
      lead={recorded ? words.recorded : words.evaluated}
      actions={
        !asked && (
          <Button unavailable={unavailable} onClick={() => setAsked(true)}>
            {words.look}
          </Button>
        )
      }
    >
      {asked && (
        <div className="flex flex-col gap-5">
          <div className="max-w-56">
            <SelectField<'7' | '30'>
              label={words.title}
              value={days}
              options={(['7', '30'] as const).map((value) => ({
                value,
                label: words.days({ count: Number(value) }),
              }))}
              onChoose={setDays}
            />
          </div>
          {isFetching && <p role="status">{words.looking}</p>}
          {error && <ProblemNotice problem={error} />}
          {data && !isFetching && <Found impact={data} />}
        </div>
      )}
    </Card>
  )
}

function Found({ impact }: { readonly impact: Impact }) {
  const { access, language } = useSaidIn('rules')
  const { impact: words } = access
  const times = useTimes()
  const number = new Intl.NumberFormat(language)
  const { people, signIns, platforms, examples, gaps, inferred, basis } = impact
  const about = shown.reduce((sum, outcome) => sum + signIns[outcome], 0)
  return (
    <>
      {about === 0 ? (
        <p>{words.none}</p>
      ) : (
        <section aria-label={words.people}>
          <p className="mb-2 text-soft">{words.people}</p>
          <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
            {shown.map((outcome) => (
              <div
                key={outcome}
                className="flex flex-col-reverse justify-end rounded-xl border border-line p-3"
              >
                <dt className="text-sm">
                  {words.outcome[outcome]}
                  <span className="block text-soft">
                    {number.format(signIns[outcome])} {words.signIns}
                  </span>
                </dt>
                <dd className={`text-2xl font-bold tabular-nums ${colours[outcome]}`}>
                  {number.format(people[outcome])}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {about > 0 && (
        <DataTable
          caption={words.platforms}
          rows={platforms}
          keyOf={({ platform }) => platform}
          columns={[
            {
              name: 'platform',
              label: words.system,
              show: ({ platform }) => systemName(platform) ?? access.platforms.other,
            },
            ...shown.map((outcome) => ({
              name: outcome,
              label: words.outcome[outcome],
              numeric: true as const,
              show: (row: Impact['platforms'][number]) => number.format(row.signIns[outcome]),
            })),
          ]}
        />
      )}
      {examples.length > 0 && (
        <DataTable
          caption={words.examples}
          rows={examples}
          keyOf={({ signInId }) => signInId}
          columns={[
            {
              name: 'person',
              label: words.person,
              show: (row) => row.userDisplayName ?? row.userPrincipalName ?? '–',
            },
            { name: 'when', label: words.when, show: (row) => times.at(row.at) },
            { name: 'outcome', label: words.examples, show: (row) => words.outcome[row.outcome] },
            { name: 'missing', label: words.missing, show: (row) => <Missing names={row.missing} /> },
          ]}
        />
      )}
      {!impact.complete && <Notice title={words.incomplete} />}
      <ul className="list-disc pl-5 text-sm text-soft">
        {basis === 'evaluated' && <li>{words.now}</li>}
        {inferred > 0 && <li>{words.inferred({ count: inferred })}</li>}
        {gaps.map((gap) => (
          <li key={gap}>{words.gap[gap]}</li>
        ))}
      </ul>
    </>
  )
}

/** Controls by name, as far as there is a word for them. */
export function Missing({ names }: { readonly names: readonly string[] }) {
  const { access } = useSaidIn('rules')
  const say: Readonly<Record<string, string>> = {
    block: access.grant.block,
    mfa: access.grant.mfa,
    authenticationStrength: access.grant.strength,
    compliantDevice: access.grant.compliantDevice,
    domainJoinedDevice: access.grant.domainJoinedDevice,
    termsOfUse: access.grant.termsTitle,
    signInFrequency: access.session.frequency,
  }
  return names.map((name) => say[name] ?? name).join(', ')
}
