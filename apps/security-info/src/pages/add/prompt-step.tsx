import type { AddedPasskey } from '@latchkey/api'
import { ProblemNotice } from '@latchkey/front'
import type { Step } from '@latchkey/guidance'
import { Button, buttonClass, Notice, PageHead } from '@latchkey/ui'
import type { PortalWords } from '@latchkey/words/portal'
import { Fingerprint, Puzzle, Smartphone, Usb } from 'lucide-react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { describeDeletion } from '../methods/describe.ts'
import { useMethods } from '../methods/use-methods.ts'
import { type AskedPasskey, type RegistrationState, useRegistration } from './use-registration.ts'

type Prompt = Extract<Step, { readonly id: 'prompt' }>

const icons = {
  'this-device': Fingerprint,
  'other-device': Smartphone,
  'security-key': Usb,
  provider: Smartphone,
}

/** The moment itself: the browser asks, the device answers, the server looks at what came. Read out as it happens. */
export function PromptStep({
  step,
  asked,
  onAdded,
  onRegister,
}: {
  readonly step: Prompt
  readonly asked: AskedPasskey
  onAdded(added: AddedPasskey): void
  /** Back to where a device is registered, where these pages lead to one. */
  readonly onRegister: (() => void) | undefined
}) {
  const said = useSaid()
  const { creating, prompt } = said.steps
  const { state, create } = useRegistration(asked, onAdded)
  const { title, lead } = toWords(step, said)
  const Icon = step.surface === 'extension' ? Puzzle : icons[step.ask.kind]
  const waits = state.at === 'waiting' || state.at === 'created'
  const now = state.at === 'waiting' ? creating.waiting : state.at === 'created' ? prompt.created : ''
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div className="flex flex-col items-start gap-5 rounded-2xl border border-line bg-paper p-6 shadow-card">
        <span
          aria-hidden
          className={`grid size-20 place-items-center rounded-3xl bg-hover text-accent ${waits ? 'motion-safe:animate-pulse' : ''}`}
        >
          <Icon className="size-10" />
        </span>
        {step.ask.otherDevice && step.surface === undefined && (
          <div>
            <p className="font-semibold">{prompt.offersHere}</p>
            <p className="text-soft">{prompt.offersHereHint}</p>
          </div>
        )}
        <Button look="primary" busy={waits ? said.common.working : undefined} onClick={() => void create()}>
          {creating.create}
        </Button>
        <p role="status" className="min-h-6 text-soft">
          {now}
        </p>
        {step.ask.otherDevice && <p className="text-sm text-soft">{prompt.arrives}</p>}
      </div>
      <Outcome state={state} kind={step.ask.kind} onRegister={onRegister} />
    </>
  )
}

/** Why it came to nothing, and what to do. */
function Outcome({
  state,
  kind,
  onRegister,
}: {
  readonly state: RegistrationState
  readonly kind: AskedPasskey['kind']
  readonly onRegister: (() => void) | undefined
}) {
  const said = useSaid()
  const { common } = said
  switch (state.at) {
    case 'exists':
      return <Exists kind={kind} />
    case 'failed': {
      const { title, detail, next, correlationId } = state.failure
      return (
        <Notice tone="warn" title={title} live="assertive">
          <p>{detail}</p>
          <p>{next}</p>
          <p className="mt-1 text-soft">
            {common.correlationId} <code>{correlationId}</code>
          </p>
        </Notice>
      )
    }
    case 'refused':
      return (
        <>
          <ProblemNotice problem={state.problem} />
          {state.problem.code.startsWith('device_') && <RegisterDevice onRegister={onRegister} />}
          {state.made && (
            <Notice title={said.steps.refused.title}>
              {said.steps.refused.told} {describeDeletion(undefined, said)}
            </Notice>
          )}
        </>
      )
    default:
      return null
  }
}

/** Beside “We couldn’t verify your device”: the one thing that helps, whatever it was. */
function RegisterDevice({ onRegister }: { readonly onRegister: (() => void) | undefined }) {
  const { own } = useSaid().steps
  return (
    <div className="flex flex-col items-start gap-2">
      {onRegister === undefined ? (
        <a href="/authenticator" className={buttonClass('primary')}>
          {own.register}
        </a>
      ) : (
        <Button look="primary" onClick={onRegister}>
          {own.register}
        </Button>
      )}
      <p className="text-sm text-soft">{own.registerHint}</p>
    </div>
  )
}

/** The device holds a passkey for this account: which those are, and how to delete one there. */
function Exists({ kind }: { readonly kind: AskedPasskey['kind'] }) {
  const said = useSaid()
  const { exists, creating } = said.steps
  const { passkeys } = useMethods()
  const there = passkeys.filter(({ model }) => (kind === 'security-key') === (model.place === 'securityKey'))
  const shown = there.length > 0 ? there : passkeys
  const only = shown.length === 1 ? shown[0]?.model.name : undefined
  return (
    <Notice tone="warn" title={creating.existsTitle} live="assertive">
      <p>{only === undefined ? exists.somewhere : exists.at({ place: only })}</p>
      <p className="mt-3 font-semibold">{exists.yours}</p>
      <ul className="mt-1 flex flex-col gap-2">
        {shown.map((passkey) => (
          <li key={passkey.id}>
            <Link to={`/passkeys/${passkey.id}`} className="font-semibold underline">
              {passkey.name}
            </Link>
            <span className="block text-soft">{describeDeletion(passkey.model, said)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function toWords(
  { ask, name = '', surface }: Prompt,
  { steps }: PortalWords,
): { title: string; lead: string } {
  const { creating, prompt } = steps
  switch (ask.kind) {
    case 'this-device':
      return { title: creating.thisDeviceTitle, lead: creating.thisDevice }
    case 'other-device':
      return { title: creating.otherDeviceTitle, lead: creating.otherDevice }
    case 'security-key':
      return { title: creating.securityKeyTitle, lead: creating.securityKey }
    case 'provider':
      return {
        title: prompt.provider({ name }),
        lead:
          surface !== undefined && surface !== 'phoneApp'
            ? steps.own.prompt[surface]({ name })
            : ask.otherDevice
              ? prompt.providerThere({ name })
              : prompt.providerHere({ name }),
      }
  }
}
