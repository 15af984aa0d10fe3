import { Badge, Card, List, Notice, type Tone } from '@latchkey/ui'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { Missing } from '../access/impact-card.tsx'
import { useRules } from '../access/rules.ts'
import type { Evaluation, PolicyAnswer } from './imagined.ts'

const tones: Readonly<Record<PolicyAnswer['latchkey_result'], Tone>> = {
  success: 'good',
  failure: 'bad',
  notApplied: 'plain',
  notEnabled: 'plain',
  reportOnlySuccess: 'good',
  reportOnlyFailure: 'warn',
  reportOnlyInterrupted: 'warn',
  reportOnlyNotApplied: 'plain',
}

/** What becomes of the sign-in, and what each policy said. */
export function Answer({ evaluation, name }: { readonly evaluation: Evaluation; readonly name: string }) {
  const { whatIf: words } = useSaidIn('rules')
  const { outcome, enforced } = evaluation.latchkey_decision
  const applying = evaluation.value.filter(({ policyApplies }) => policyApplies)
  const others = evaluation.value.filter(({ policyApplies }) => !policyApplies)
  const tone = { allowed: 'good', blocked: 'bad', needs: 'warn' } as const
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // It stands below the question, maybe out of sight.
    if (evaluation !== undefined) here.current?.scrollIntoView({ block: 'start' })
  }, [evaluation])
  return (
    <div ref={here} className="flex scroll-mt-20 flex-col gap-6">
      <Notice tone={tone[outcome]} title={useVerdict(evaluation, name)} live="polite">
        {!enforced && words.verdict.notEnforced}
      </Notice>
      <Card title={words.policies}>
        <div className="flex flex-col gap-6">
          {applying.length === 0 ? (
            <p className="text-soft">{words.appliesNone}</p>
          ) : (
            <Policies label={words.applies} policies={applying} />
          )}
          {others.length > 0 && <Policies label={words.others} policies={others} />}
        </div>
      </Card>
    </div>
  )
}

function useVerdict({ latchkey_decision: decision }: Evaluation, name: string): string {
  const { whatIf: words, language } = useSaidIn('rules')
  const { terms } = useRules()
  if (decision.outcome === 'allowed') return words.verdict.allowed({ name })
  if (decision.outcome === 'blocked') return words.verdict.blocked({ name })
  const needs = [
    ...decision.authenticationStrengths.map(({ displayName }) => displayName),
    ...(decision.compliantDevice ? [words.need.device] : []),
    ...decision.termsOfUse.map((id) => terms.find((each) => each.id === id)?.displayName ?? words.need.terms),
  ]
  const asked = needs.length === 0 ? [words.need.fresh] : needs
  return words.verdict.needs({ name, what: new Intl.ListFormat(language).format(asked) })
}

function Policies({
  label,
  policies,
}: {
  readonly label: string
  readonly policies: readonly PolicyAnswer[]
}) {
  const { whatIf: words } = useSaidIn('rules')
  return (
    <section>
      <h3 className="mb-2 font-semibold">{label}</h3>
      <List label={label}>
        {policies.map((policy) => (
          <li key={policy.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3">
            <div className="min-w-48 flex-1">
              <Link to={`/access/${policy.id}`} className="font-semibold underline">
                {policy.displayName}
              </Link>
              <p className="text-sm text-soft">
                <Why policy={policy} />
              </p>
            </div>
            <Badge tone={tones[policy.latchkey_result]}>{words.result[policy.latchkey_result]}</Badge>
          </li>
        ))}
      </List>
    </section>
  )
}

function Why({ policy }: { readonly policy: PolicyAnswer }) {
  const { whatIf: words, language } = useSaidIn('rules')
  if (policy.policyApplies) {
    return (
      policy.latchkey_missing.length > 0 && (
        <>
          {words.missing({ what: '' }).trim()} <Missing names={policy.latchkey_missing} />
        </>
      )
    )
  }
  const reasons = Object.entries(words.because)
    .filter(([name]) => policy.analysisReasons.split(',').includes(name))
    .map(([, said]) => said)
  return new Intl.ListFormat(language).format(reasons)
}
