import { ApiProblem } from '@latchkey/api'
import { ProblemNotice, usePageTitle, useSurroundings } from '@latchkey/front'
import { answeredScreen, createPasskey, KeeperRefusal, type UnlockSecret } from '@latchkey/keeper'
import { Button, buttonClass, Notice } from '@latchkey/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { DoneHead } from '../../done-head.tsx'
import { UnlockForm } from '../../lock/unlock-form.tsx'
import { ownEngine } from '../../own-keys/own-engine.ts'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { isSame, needsSignIn, signIn } from '../../phone/sign-in.ts'
import { useHere } from '../../phone/use-here.ts'
import { phoneKey, useAccount, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'

/** Make a key that this app keeps itself, for the browsers that are linked with it. */
export function OwnKeyPage() {
  const { linked } = useSaid()
  const { id } = useParams()
  const account = useAccount(id)
  usePageTitle(linked.key.create)
  if (account === undefined) return <Navigate to="/" replace />
  return <Create account={account} />
}

type State =
  | { readonly at: 'idle' | 'creating' | 'done' | 'exists' }
  | { readonly at: 'wrong'; readonly refusal: KeeperRefusal | undefined }
  | { readonly at: 'refused'; readonly problem: unknown }

function Create({ account }: { readonly account: PhoneAccount }) {
  const { linked, passkeys, approvals } = useSaid()
  const { key: text } = linked
  const { site } = useSurroundings()
  const phone = usePhone()
  const queries = useQueryClient()
  const { data: here } = useHere()
  const [state, setState] = useState<State>({ at: 'idle' })
  const back = `/accounts/${account.id}`
  const leave = () => signIn(site, `${back}/own-key`, account)

  const create = async (secret: UnlockSecret) => {
    setState({ at: 'creating' })
    let wrong: State | undefined
    const screen = answeredScreen(secret, (refusal) => {
      wrong = { at: 'wrong', refusal }
    })
    try {
      const name = text.name({ device: account.kept.device.name }).slice(0, 60)
      await createPasskey({ ...ownEngine(phone), screen }, phone.session, {
        account: account.kept.account,
        name,
      })
      setState({ at: 'done' })
      // What the server lists now; that it was registered is certain either way.
      await phone.compare(account.id).catch(() => undefined)
      await queries.invalidateQueries({ queryKey: phoneKey })
    } catch (cause) {
      if (needsSignIn(cause)) return await leave()
      setState(wrong ?? toState(cause))
    }
  }

  if (state.at === 'done' || state.at === 'exists') {
    return (
      <>
        <DoneHead title={state.at === 'done' ? text.done : text.exists}>
          {state.at === 'done' ? text.doneLead : text.existsLead}
        </DoneHead>
        <div className="grid">
          <Link to={back} className={buttonClass('primary')}>
            {passkeys.done}
          </Link>
        </div>
      </>
    )
  }
  const isHere = isSame(here ?? undefined, account)
  return (
    <>
      <BackLink to={back}>{account.kept.account.organisation}</BackLink>
      <header>
        <h1 className="text-2xl font-bold">{text.create}</h1>
        <p className="mt-1 text-soft">{text.lead}</p>
      </header>
      {state.at === 'refused' && <ProblemNotice problem={state.problem} />}
      {account.links.length === 0 ? (
        <Notice title={text.useless}>{linked.noneLead}</Notice>
      ) : here !== undefined && !isHere ? (
        <Notice
          title={passkeys.confirmFirst}
          actions={<Button onClick={() => void leave()}>{approvals.prove}</Button>}
        />
      ) : (
        <>
          <p className="font-semibold">{text.confirm}</p>
          <UnlockForm
            label={text.create}
            refusal={state.at === 'wrong' ? state.refusal : undefined}
            busy={state.at === 'creating'}
            onSecret={(secret) => void create(secret)}
          />
        </>
      )}
    </>
  )
}

function toState(cause: unknown): State {
  if (cause instanceof DOMException)
    return cause.name === 'InvalidStateError' ? { at: 'exists' } : { at: 'idle' }
  const isRefused = cause instanceof KeeperRefusal && cause.code === 'passkey_refused'
  const problem = isRefused ? cause.cause : cause
  if (problem instanceof ApiProblem) return { at: 'refused', problem }
  throw cause
}
