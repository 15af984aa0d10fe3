import type { ExplainedFailure } from '@latchkey/api'
import { ProblemNotice, usePageTitle, useSurroundings } from '@latchkey/front'
import { Button, buttonClass, Notice } from '@latchkey/ui'
import { useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { DoneHead } from '../../done-head.tsx'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { isSame, needsSignIn, signIn } from '../../phone/sign-in.ts'
import { checksKey } from '../../phone/use-checks.ts'
import { useHere } from '../../phone/use-here.ts'
import { phoneKey, useAccount, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { makePasskey } from './make-passkey.ts'

/** Make a passkey for an account, on this phone. */
export function CreatePasskeyPage() {
  const { passkeys: text } = useSaid()
  const { id } = useParams()
  const account = useAccount(id)
  usePageTitle(text.createTitle)
  if (account === undefined) return <Navigate to="/" replace />
  return <Create account={account} />
}

type State =
  | { readonly at: 'idle' | 'waiting' | 'checking' | 'registered' | 'exists' }
  | { readonly at: 'failed'; readonly failure: ExplainedFailure }
  | { readonly at: 'refused'; readonly problem: unknown }

function Create({ account }: { readonly account: PhoneAccount }) {
  const { passkeys: text } = useSaid()
  const { site } = useSurroundings()
  const phone = usePhone()
  const queries = useQueryClient()
  const { data: here } = useHere()
  const [state, setState] = useState<State>({ at: 'idle' })
  const back = `/accounts/${account.id}`

  const create = async () => {
    setState({ at: 'waiting' })
    try {
      if (!isSame(here ?? undefined, account)) {
        await signIn(site, `${back}/passkey`, account)
        return
      }
      const made = await makePasskey(site, () => setState({ at: 'checking' }))
      if (made.outcome === 'failed') return setState({ at: 'failed', failure: made.failure })
      if (made.outcome === 'registered') await phone.noteMade(account.id, made.id)
      setState({ at: made.outcome })
      // What the server lists now; that it was registered is certain either way.
      await phone.compare(account.id).catch(() => undefined)
      await queries.invalidateQueries({ queryKey: phoneKey })
      await queries.invalidateQueries({ queryKey: checksKey })
    } catch (problem) {
      if (needsSignIn(problem)) await signIn(site, `${back}/passkey`, account)
      else setState({ at: 'refused', problem })
    }
  }

  if (state.at === 'registered' || state.at === 'exists') {
    const title = state.at === 'registered' ? text.registered : text.exists
    return (
      <>
        <DoneHead title={title}>{state.at === 'registered' ? text.registeredLead : text.existsLead}</DoneHead>
        <div className="grid">
          <Link to={back} className={buttonClass('primary')}>
            {text.done}
          </Link>
        </div>
      </>
    )
  }
  const busy = state.at === 'waiting' ? text.waiting : state.at === 'checking' ? text.checking : undefined
  return (
    <>
      <BackLink to={back}>{account.kept.account.organisation}</BackLink>
      <header>
        <h1 className="text-2xl font-bold">{text.createTitle}</h1>
        <p className="mt-1 text-soft">{text.createLead}</p>
      </header>
      <section aria-labelledby="next" className="rounded-2xl border border-line bg-paper p-5 shadow-card">
        <h2 id="next" className="mb-3 font-bold">
          {text.whatHappens}
        </h2>
        <ol className="flex list-decimal flex-col gap-3 pl-5 marker:font-bold marker:text-accent">
          <li>{text.steps.ask}</li>
          <li>{text.steps.confirm}</li>
          <li>{text.steps.done}</li>
        </ol>
      </section>
      {here !== undefined && !isSame(here ?? undefined, account) && <Notice title={text.confirmFirst} />}
      {state.at === 'failed' && (
        <Notice tone="bad" title={state.failure.title} live="assertive">
          {state.failure.detail} {state.failure.next}
        </Notice>
      )}
      {state.at === 'refused' && <ProblemNotice problem={state.problem} />}
      <div className="grid">
        <Button
          look="primary"
          icon={<KeyRound aria-hidden className="size-5" />}
          busy={busy}
          onClick={() => void create()}
        >
          {text.create}
        </Button>
      </div>
    </>
  )
}
