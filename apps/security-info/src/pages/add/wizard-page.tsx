import { NotFoundPage, ProblemNotice, useBoot, usePageTitle } from '@latchkey/front'
import { type Phone, planWizard, type Step, type Wizard } from '@latchkey/guidance'
import { Button, Notice, PageHead, Skeleton } from '@latchkey/ui'
import type { PortalWords } from '@latchkey/words/portal'
import { useCallback, useEffect, useRef } from 'react'
import { Link, Navigate, useParams, useSearchParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaid } from '../../said.ts'
import { CautionList } from './caution-list.tsx'
import { NewPasskey } from './new-passkey.tsx'
import { PromptStep } from './prompt-step.tsx'
import { StepView } from './step-view.tsx'
import { useArrival } from './use-arrival.ts'
import { useGuidance } from './use-guidance.ts'
import { useReady } from './use-ready.ts'
import type { AskedPasskey } from './use-registration.ts'

/** The wizards for a passkey on this device, on another one, or on a security key. */
export function PasskeyWizardPage() {
  const { kind } = useParams()
  if (kind !== 'this-device' && kind !== 'other-device' && kind !== 'security-key') return <NotFoundPage />
  return <GuardedWizard key={kind} wizard={{ kind }} />
}

/** The wizard for a passkey in an app that the organisation names. */
export function ProviderWizardPage() {
  const { provider: id } = useParams()
  const { policy } = useGuidance()
  const provider = policy.providers.find((each) => each.id === id)
  if (provider === undefined) return <NotFoundPage />
  if (!provider.standing.allowed) return <Navigate to="/add" replace />
  return <GuardedWizard key={id} wizard={{ kind: 'provider', provider }} />
}

/** Nobody goes through a wizard in vain: they prove themselves first. */
function GuardedWizard({ wizard }: { readonly wizard: Wizard }) {
  const { steps, frame, add } = useSaid()
  const { isReady, problem, askAgain } = useReady()
  const title = titleOf(wizard, add)
  usePageTitle(title)
  if (isReady) return <WizardOf wizard={wizard} />
  const declined = problem !== null && 'code' in problem && problem.code === 'fresh_sign_in_needed'
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <BackLink to="/add">{add.title}</BackLink>
      <PageHead title={title} />
      {problem === null && <Skeleton label={frame.loading} lines={5} />}
      {declined && (
        <Notice
          title={steps.confirmFirst}
          actions={
            <Button look="primary" onClick={askAgain}>
              {steps.confirm}
            </Button>
          }
        >
          {steps.confirmFirstLead}
        </Notice>
      )}
      {problem !== null && !declined && <ProblemNotice problem={problem} onRetry={askAgain} />}
    </div>
  )
}

/** The pages of a wizard, one at a time. Where it is stands in the address: a closed tab loses nothing. */
function WizardOf({ wizard }: { readonly wizard: Wizard }) {
  const said = useSaid()
  const { visitor, policy } = useGuidance()
  const [search, setSearch] = useSearchParams()
  const phone = readPhone(search.get('phone'))
  const { steps, cautions } = planWizard(visitor, policy, wizard, { phone })
  const at = Math.max(
    0,
    steps.findIndex(({ id }) => id === search.get('step')),
  )
  const step = steps[at]
  const asked = toAsked(wizard, steps, search.get('keeping'))
  const added = search.get('new')

  const go = useCallback(
    (change: Readonly<Record<string, string | undefined>>) =>
      setSearch((before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined) after.delete(name)
          else after.set(name, value)
        }
        return after
      }),
    [setSearch],
  )
  const onArrived = useCallback(({ id }: { readonly id: string }) => go({ new: id }), [go])
  useArrival(
    added === null && (asked.kind === 'provider' || asked.otherDevice) ? 'waiting' : 'not',
    onArrived,
  )
  const page = useFocusOnChange(step?.id)

  if (added !== null) {
    return (
      <NewPasskey
        id={added}
        asked={asked}
        wizard={wizard}
        onAgain={() => go({ new: undefined, step: 'prompt' })}
      />
    )
  }
  if (step === undefined) return null
  const next = steps[at + 1]?.id
  const back = steps[at - 1]?.id
  return (
    <div ref={page} tabIndex={-1} className="flex max-w-3xl flex-col gap-6 outline-none">
      {back === undefined ? (
        <BackLink to="/add">{said.add.title}</BackLink>
      ) : (
        <BackLink to={`?${withStep(search, back)}`}>{said.common.back}</BackLink>
      )}
      {steps.length > 1 && <Progress number={at + 1} total={steps.length} />}
      {(at === 0 || step.id === 'prompt' || step.id === 'inApp') && <CautionList cautions={cautions} />}
      {step.id === 'prompt' ? (
        <PromptStep
          step={step}
          asked={asked}
          onAdded={({ passkey }) => go({ new: passkey.id })}
          onRegister={
            steps.some(({ id }) => id === 'ownAccount') ? () => go({ step: 'ownAccount' }) : undefined
          }
        />
      ) : (
        <StepView
          step={step}
          wizard={wizard}
          onNext={() => go({ step: next })}
          onPhone={(chosen) => go({ phone: chosen, step: next })}
        />
      )}
      <Trouble />
    </div>
  )
}

/** What else there is: the steps for this device, beside this page, or another way. */
function Trouble() {
  const { steps, language } = useSaid()
  const { userName } = useBoot().person
  const guide = new URLSearchParams({ domain: userName.slice(userName.lastIndexOf('@') + 1), lang: language })
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      <span>{steps.trouble}</span>
      <a href={`/setup?${guide}`} target="_blank" rel="noreferrer" className="text-accent underline">
        {steps.guide}
      </a>
      <Link to="/add" className="text-accent underline">
        {steps.anotherWay}
      </Link>
    </p>
  )
}

function withStep(search: URLSearchParams, step: Step['id']): string {
  const after = new URLSearchParams(search)
  after.set('step', step)
  return after.toString()
}

function readPhone(text: string | null): Phone | undefined {
  return text === 'iOS' || text === 'android' ? text : undefined
}

/** What the browser and the server are asked for at the end. */
function toAsked(wizard: Wizard, steps: readonly Step[], keeping: string | null): AskedPasskey {
  const prompt = steps.find((step) => step.id === 'prompt')
  return {
    kind: wizard.kind,
    otherDevice: prompt?.ask.otherDevice === true,
    ...(wizard.kind === 'provider' && { provider: wizard.provider.id }),
    ...((keeping === 'thisDeviceOnly' || keeping === 'synced') && { keeping }),
  }
}

function titleOf(wizard: Wizard, { offers, where }: PortalWords['add']): string {
  switch (wizard.kind) {
    case 'provider':
      return offers.provider({ name: wizard.provider.name })
    case 'security-key':
      return offers.securityKey
    case 'this-device':
      return where.thisDevice
    case 'other-device':
      return where.otherDevice
  }
}

/** A page that takes the place of another takes the focus, too: whoever listens hears it from its beginning. */
function useFocusOnChange(shown: string | undefined) {
  const page = useRef<HTMLDivElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    page.current?.focus()
    scrollTo(0, 0)
  }, [shown])
  return page
}

/** How far somebody is, for eyes and for ears. */
function Progress({ number, total }: { readonly number: number; readonly total: number }) {
  const { steps } = useSaid()
  return (
    <div>
      <p className="mb-1.5 text-sm text-soft">{steps.progress({ number, total })}</p>
      <div aria-hidden className="flex gap-1.5">
        {[...Array(total).keys()].map((index) => (
          <span
            key={index}
            className={`h-1.5 flex-1 rounded-full ${index < number ? 'bg-accent' : 'bg-line'}`}
          />
        ))}
      </div>
    </div>
  )
}
