import { Badge, Card } from '@latchkey/ui'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { useSaid, useSaidIn } from '../../../said.ts'
import type { Finding, Preflight } from './preflight.ts'

/** What the rules say of each step; what stands in the way, by which rule, and what to do about it. */
export function WalkCard({ preflight: { steps, findings } }: { readonly preflight: Preflight }) {
  const said = useSaidIn('rollout').campaign.preflight
  const loops = findings.filter(({ step }) => step === null)
  return (
    <Card title={said.byRules} lead={said.byRulesLead}>
      <ol className="flex flex-col gap-4">
        {steps.map(({ step, passed }) => {
          const here = findings.filter((finding) => finding.step === step)
          return (
            <li key={step} className="flex flex-col gap-2">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {passed ? (
                  <CircleCheck aria-hidden className="size-5 text-good" />
                ) : (
                  <CircleAlert aria-hidden className="size-5 text-bad" />
                )}
                {said.steps[step]}
                <Badge tone={passed ? (here.length > 0 ? 'warn' : 'good') : 'bad'}>
                  {passed ? (here.length > 0 ? said.careful : said.fine) : said.stops}
                </Badge>
              </p>
              {here.map((finding) => (
                <FindingText key={finding.code} finding={finding} />
              ))}
            </li>
          )
        })}
        {loops.map((finding) => (
          <li key={`${finding.code} ${finding.policies[0]?.id}`} className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              <TriangleAlert aria-hidden className={finding.stops ? 'size-5 text-bad' : 'size-5 text-warn'} />
              <LoopTitle />
              <Badge tone={finding.stops ? 'bad' : 'warn'}>{finding.stops ? said.stops : said.careful}</Badge>
            </p>
            <FindingText finding={finding} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function LoopTitle() {
  return <>{useSaid().lockOut.loops}</>
}

function FindingText({ finding: { code, policies, platforms } }: { readonly finding: Finding }) {
  const { campaign, lockOut } = useSaidIn('rollout')
  const said = campaign.preflight
  const ours = Object.entries(said.codes).find(([each]) => each === code)?.[1]
  const loop = Object.entries(lockOut.loopAdvice).find(([each]) => each === code)?.[1]
  return (
    <div className="ml-7 flex flex-col gap-1">
      <p>{ours?.title ?? loop?.happens ?? code}</p>
      <p className="text-soft">{ours?.lead ?? loop?.instead}</p>
      {platforms.length > 0 && (
        <p className="text-sm text-soft">
          {said.where({ systems: platforms.map((each) => said.platforms[each]).join(', ') })}
        </p>
      )}
      {policies.length > 0 && (
        <p className="text-sm">
          {said.causes}{' '}
          {policies.map(({ id, displayName }) => (
            <Link key={id} to={`/access/${id}`} className="mr-2 font-medium underline">
              {displayName}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}
