import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Badge, Button, Notice, type Tone } from '@latchkey/ui'
import { useQueryClient } from '@tanstack/react-query'
import { ChevronDown, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { Domain } from './domain.ts'
import { ProofRecord } from './proof-record.tsx'
import { RemoveDomain } from './remove-domain.tsx'

const tones: Readonly<Record<Domain['verification']['state'], Tone>> = {
  verified: 'good',
  recordMissing: 'warn',
  waiting: 'plain',
  missing: 'warn',
  unreachable: 'warn',
  taken: 'bad',
}

/** One domain: what it is, its record, and what can be done with it. */
export function DomainCard({
  domain,
  open,
  onOpen,
}: {
  readonly domain: Domain
  readonly open: boolean
  onOpen(open: boolean): void
}) {
  const { domains: said, frame } = useSaidIn('organisation')
  const client = useClient()
  const queries = useQueryClient()
  const unavailable = useWhyNot('change the organisation')
  const [removing, setRemoving] = useState(false)
  const { state, by } = domain.verification
  const path = `/domains/${domain.id}`
  const check = useChange({
    async does() {
      try {
        await client.send<Domain>('POST', `${path}/verify`)
      } finally {
        // What was found is kept either way.
        await queries.invalidateQueries({ queryKey: ['domains'] })
      }
    },
    done: said.proven,
  })
  const choose = useChange({
    does: () => client.send('PATCH', path, { body: { isDefault: true } }),
    refresh: [['domains']],
    done: frame.saved,
  })
  const hasRecord = by !== 'operator'
  return (
    <section aria-label={domain.id} className="rounded-2xl border border-line bg-paper p-5 shadow-card">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-lg font-bold break-all">{domain.id}</h2>
          <About domain={domain} />
          <p className="mt-2 flex flex-wrap gap-2">
            <Badge tone={tones[state]}>
              {by === 'operator' ? said.states.byOperator : said.states[state]}
            </Badge>
            {domain.isDefault && <Badge>{said.isDefault}</Badge>}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {!domain.isVerified && state !== 'taken' && (
            <Button
              look={open ? 'primary' : 'quiet'}
              size="small"
              icon={<RefreshCw aria-hidden className="size-4" />}
              busy={check.busy ? said.checking : undefined}
              unavailable={unavailable}
              onClick={() => check.run()}
            >
              {said.checkNow}
            </Button>
          )}
          {domain.isVerified && !domain.isDefault && (
            <Button
              size="small"
              busy={choose.busy ? frame.saving : undefined}
              unavailable={unavailable}
              onClick={() => choose.run()}
            >
              {said.makeDefault}
            </Button>
          )}
          {hasRecord && state !== 'taken' && (
            <Button
              size="small"
              aria-expanded={open}
              icon={<ChevronDown aria-hidden className={open ? 'size-4 rotate-180' : 'size-4'} />}
              onClick={() => onOpen(!open)}
            >
              {said.show}
            </Button>
          )}
          {!domain.isDefault && (
            <Button
              size="small"
              look="danger"
              icon={<Trash2 aria-hidden className="size-4" />}
              unavailable={unavailable}
              onClick={() => setRemoving(true)}
            >
              {frame.remove}
            </Button>
          )}
        </div>
      </div>
      <div className="flex flex-col gap-4 not-empty:mt-4">
        {check.problem && <ProblemNotice problem={check.problem} />}
        {choose.problem && <ProblemNotice problem={choose.problem} />}
        {state === 'recordMissing' && <Missing domain={domain} />}
        {open && hasRecord && <ProofRecord domain={domain} />}
      </div>
      {removing && <RemoveDomain domain={domain} onClose={() => setRemoving(false)} />}
    </section>
  )
}

function About({ domain: { isVerified, verification } }: { readonly domain: Domain }) {
  const { domains: said } = useSaidIn('organisation')
  const times = useTimes()
  const { by, checkedDateTime, verifiedDateTime } = verification
  if (by === 'operator') return null
  if (isVerified && verifiedDateTime !== null) {
    return <p className="text-sm text-soft">{said.since({ time: times.ago(verifiedDateTime) })}</p>
  }
  return (
    <p className="text-sm text-soft">
      {checkedDateTime === null ? said.neverChecked : said.checked({ time: times.ago(checkedDateTime) })}{' '}
      {said.routesNobody}
    </p>
  )
}

function Missing({ domain: { verification } }: { readonly domain: Domain }) {
  const { domains: said } = useSaidIn('organisation')
  const times = useTimes()
  const since = verification.missingSinceDateTime
  return (
    <Notice tone="warn" title={said.states.recordMissing}>
      {since !== null && said.missingSince({ time: times.day(since) })}
    </Notice>
  )
}
