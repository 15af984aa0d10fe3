import { ApiProblem } from '@latchkey/api'
import { ProblemNotice } from '@latchkey/front'
import {
  accountIdOf,
  linkApi,
  type MetBrowser,
  putAuthenticatorLink,
  readLink,
  webLinkDeps,
} from '@latchkey/keeper'
import { Button, buttonClass, ChoiceField, Notice } from '@latchkey/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { DoneHead } from '../../done-head.tsx'
import { useLock } from '../../lock/use-lock.ts'
import type { Phone, PhoneAccount } from '../../phone/open-phone.ts'
import { phoneKey, usePhone, usePhoneState } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { DigitsForm } from './digits-form.tsx'

type State =
  | { readonly at: 'asked' | 'meeting' | 'linked' | 'wrong' | 'gone' }
  | { readonly at: 'met'; readonly account: PhoneAccount; readonly met: MetBrowser }
  | { readonly at: 'refused'; readonly problem: unknown }

/** A signed-in browser showed a code for linking, and it was scanned: meet it, and compare digits by hand. */
export function LinkBrowser({ code, onAgain }: { readonly code: string; onAgain(): void }) {
  const { ask: text } = useSaid().linked
  const phone = usePhone()
  const queries = useQueryClient()
  const { accounts } = usePhoneState()
  const { unlocksWith } = useLock()
  const [chosen, setChosen] = useState(accounts[0]?.id)
  const [state, setState] = useState<State>({ at: 'asked' })
  const account = accounts.find(({ id }) => id === chosen)

  if (account === undefined || unlocksWith.length === 0) {
    return (
      <Titled>
        <Missing what={account === undefined ? 'account' : 'lock'} />
      </Titled>
    )
  }

  const attempt = async (does: () => Promise<State>) => setState(await does().catch(toState))
  const meet = () => {
    setState({ at: 'meeting' })
    void attempt(async () => ({ at: 'met', account, met: await meetBrowser(phone, account, code) }))
  }
  const confirm = (met: MetBrowser, digits: string) =>
    attempt(async () => {
      const link = await met.confirm(digits)
      if (link === undefined) return { at: 'wrong' }
      await putAuthenticatorLink(phone.keeper, accountIdOf(account.kept), link).catch(async (cause) => {
        // Nobody is linked whom this phone does not know, for it may have locked itself meanwhile.
        await phone.unlink(account.id, link.linkId)
        throw cause
      })
      await queries.invalidateQueries({ queryKey: phoneKey })
      return { at: 'linked' }
    })

  switch (state.at) {
    case 'asked':
    case 'meeting':
      return (
        <Titled>
          <Notice tone="warn" title={text.lead({ server: location.host })} />
          {accounts.length > 1 && (
            <ChoiceField
              label={text.which}
              value={chosen}
              options={accounts.map(({ id, kept }) => ({
                value: id,
                label: kept.account.userName,
                about: kept.account.organisation,
              }))}
              onChoose={setChosen}
            />
          )}
          <div className="grid">
            <Button look="primary" busy={state.at === 'meeting' ? text.meeting : undefined} onClick={meet}>
              {text.goOn}
            </Button>
          </div>
        </Titled>
      )
    case 'met':
      return (
        <Titled>
          <DigitsForm onDigits={(digits) => confirm(state.met, digits)} />
        </Titled>
      )
    case 'linked':
      return <Linked account={account} />
    case 'refused':
      return (
        <Titled>
          <ProblemNotice problem={state.problem} />
        </Titled>
      )
    default:
      return (
        <Titled>
          <Failed why={state.at === 'wrong' ? text.wrong : text.gone} onAgain={onAgain} />
        </Titled>
      )
  }
}

function Titled({ children }: { readonly children: ReactNode }) {
  const { ask: text } = useSaid().linked
  return (
    <>
      <h1 className="text-2xl font-bold">{text.title}</h1>
      {children}
    </>
  )
}

/** What has to be on the phone before a browser is linked with it. */
function Missing({ what }: { readonly what: 'account' | 'lock' }) {
  const { linked, accounts } = useSaid()
  const { ask: text } = linked
  const isLock = what === 'lock'
  return (
    <Notice
      title={isLock ? text.lockTitle : text.noAccountTitle}
      actions={
        <Link to={isLock ? '/settings' : '/add'} className={buttonClass('primary')}>
          {isLock ? text.chooseLock : accounts.add}
        </Link>
      }
    >
      {isLock ? text.lock : text.noAccount}
    </Notice>
  )
}

function Failed({ why, onAgain }: { readonly why: string; onAgain(): void }) {
  const { linked, scan } = useSaid()
  return (
    <Notice
      tone="bad"
      title={linked.ask.failedTitle}
      live="assertive"
      actions={<Button onClick={onAgain}>{scan.again}</Button>}
    >
      {why}
    </Notice>
  )
}

function Linked({ account: { id, ownKeys } }: { readonly account: PhoneAccount }) {
  const { linked, passkeys } = useSaid()
  return (
    <>
      <DoneHead title={linked.ask.done}>{linked.ask.doneLead}</DoneHead>
      <div className="grid gap-3">
        {ownKeys.length === 0 && (
          <Link to={`/accounts/${id}/own-key`} className={buttonClass('primary')}>
            {linked.key.create}
          </Link>
        )}
        <Link to={`/accounts/${id}`} className={buttonClass(ownKeys.length === 0 ? 'quiet' : 'primary')}>
          {passkeys.done}
        </Link>
      </div>
    </>
  )
}

async function meetBrowser(phone: Phone, { id, kept }: PhoneAccount, code: string): Promise<MetBrowser> {
  const api = linkApi(await phone.api(id))
  const device = { name: kept.device.name, serverUrls: [kept.serverUrl] }
  return await readLink(webLinkDeps(phone.keeper), () => api, { text: code, device })
}

/** What the server refused is said with its name; whatever else went wrong between the two, the browser is not there. */
function toState(cause: unknown): State {
  if (!(cause instanceof ApiProblem)) return { at: 'gone' }
  return cause.code === 'link_mismatch' ? { at: 'wrong' } : { at: 'refused', problem: cause }
}
