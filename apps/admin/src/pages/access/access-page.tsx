import { usePageTitle } from '@latchkey/front'
import { Badge, buttonClass, EmptyState, List, PageHead, type Tone } from '@latchkey/ui'
import { Plus, ShieldCheck } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { type Draft, toDraft } from './policy.ts'
import { useRules } from './rules.ts'
import { useSayPolicy } from './say-policy.ts'

const tones: Readonly<Record<Draft['state'], Tone>> = {
  enabled: 'good',
  enabledForReportingButNotEnforced: 'warn',
  disabled: 'plain',
}

const states = ['enabled', 'enabledForReportingButNotEnforced', 'disabled'] as const

/** Every policy, as a sentence. */
export function AccessPage() {
  const { access } = useSaidIn('rules')
  usePageTitle(access.title)
  const policies = useRules().conditionalAccess
  const drafts = policies.map(toDraft)
  const say = useSayPolicy(drafts)
  const sorted = policies
    .map((policy, at) => ({ policy, draft: drafts[at] ?? toDraft(policy) }))
    .sort((a, b) => states.indexOf(a.policy.state) - states.indexOf(b.policy.state))
  const count = (state: Draft['state']) => String(policies.filter((each) => each.state === state).length)
  const add = (
    <Link to="/access/new" className={buttonClass('primary')}>
      <Plus aria-hidden className="size-5" />
      {access.add}
    </Link>
  )
  if (policies.length === 0) {
    return (
      <>
        <PageHead title={access.title} lead={access.lead} />
        <EmptyState icon={<ShieldCheck />} title={access.none} action={add}>
          {access.noneLead}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHead title={access.title} lead={access.lead} actions={add} />
      <p className="text-soft">
        {access.counts({
          on: count('enabled'),
          watching: count('enabledForReportingButNotEnforced'),
          off: count('disabled'),
        })}
      </p>
      <List label={access.list}>
        {sorted.map(({ policy, draft }) => (
          <li
            key={policy.id}
            className="relative flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-4 hover:bg-hover"
          >
            <div className="min-w-48 flex-1">
              <Link to={`/access/${policy.id}`} className="font-semibold after:absolute after:inset-0">
                {policy.displayName}
              </Link>
              <p className="mt-0.5 max-w-3xl text-soft">
                {say(draft)
                  .filter(({ says, part }) => says || part === 'grant')
                  .map(({ join, text }) => `${join} ${text}`)
                  .join(' ')}
              </p>
            </div>
            <Badge tone={tones[policy.state]}>{access.state[policy.state]}</Badge>
          </li>
        ))}
      </List>
    </>
  )
}
