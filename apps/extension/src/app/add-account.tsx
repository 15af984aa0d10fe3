import { type AuthenticatorApi, addAccount, type KeptAccount, newAuthenticatorApi } from '@latchkey/keeper'
import { Button, EmptyState, Notice, PageHead } from '@latchkey/ui'
import { ExternalLink, LoaderCircle } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { toPattern } from '../background/content-scripts.ts'
import type { Told } from '../messages.ts'
import { type SaidProblem, sayProblem } from '../say-problem.ts'
import { useSurroundings } from '../surroundings.tsx'
import { SetPin } from '../unlock/set-pin.tsx'
import { webExtension } from '../web-extension.ts'
import { AddressForm, type Asked } from './address-form.tsx'
import { describeDevice } from './describe-device.ts'
import { MakePasskey } from './make-passkey.tsx'
import { signInInTab } from './sign-in-tab.ts'

/** An account that was added a moment ago, and the session that it was added in. */
export interface Added {
  readonly kept: KeptAccount
  readonly api: AuthenticatorApi
}

type Step =
  | { readonly at: 'address'; readonly problem?: SaidProblem }
  | { readonly at: 'signing-in' }
  | { readonly at: 'registering' }
  | { readonly at: 'lock'; readonly added: Added }
  | { readonly at: 'passkey'; readonly added: Added }
  | { readonly at: 'done'; readonly added: Added; readonly withPasskey: boolean }

/** Add an account: sign in once, register this browser, choose how to unlock, create a passkey. */
export function AddAccount({ server }: { readonly server: string | undefined }) {
  const { keeper, said } = useSurroundings()
  const [step, setStep] = useState<Step>({ at: 'address' })
  const { extension: words } = said

  const fail = (problem: SaidProblem) => setStep({ at: 'address', problem })

  const add = async ({ server: serverUrl, name }: Asked) => {
    // Asked before anything else: browsers take the question only right after a click.
    const allowed = await webExtension.permissions.request({ origins: [toPattern(serverUrl)] })
    if (!allowed) return fail({ title: words.permissionRefused, text: '', registerHelps: false })
    setStep({ at: 'signing-in' })
    try {
      const { accounts } = await keeper.store.read()
      const [known] = accounts.filter((kept) => kept.serverUrl === serverUrl)
      const signIn = await signInInTab(keeper, { server: serverUrl, ...(known && { who: known.account }) })
      if (signIn.outcome === 'not_finished') {
        return fail({ title: words.notFinished, text: words.notFinishedLead, registerHelps: false })
      }
      setStep({ at: 'registering' })
      const caller = { by: 'token', accessToken: signIn.accessToken } as const
      const api = newAuthenticatorApi(keeper, { serverUrl, caller })
      const device = await describeDevice()
      const kept = await addAccount(keeper, api, { serverUrl, ...device, name })
      await webExtension.runtime
        .sendMessage({ told: 'accounts_changed' } satisfies Told)
        .catch(() => undefined)
      const { unlocksWith } = await keeper.vault.state()
      const added = { kept, api }
      setStep(unlocksWith.length === 0 ? { at: 'lock', added } : { at: 'passkey', added })
    } catch (cause) {
      fail(sayProblem(said, cause))
    }
  }

  switch (step.at) {
    case 'address':
      return (
        <Page title={words.addTitle} lead={words.addLead}>
          {step.problem && (
            <Notice tone="bad" title={step.problem.title} live="assertive">
              {step.problem.text}
            </Notice>
          )}
          <AddressForm server={server} onAsk={add} />
        </Page>
      )
    case 'signing-in':
      return (
        <Waiting title={words.signingIn} icon={<ExternalLink className="size-6" />}>
          {words.signingInLead}
        </Waiting>
      )
    case 'registering':
      return (
        <Waiting
          title={words.registering}
          icon={<LoaderCircle className="size-6 motion-safe:animate-spin" />}
        >
          {said.common.working}
        </Waiting>
      )
    case 'lock':
      return (
        <Page title={said.unlock.setUpTitle} lead={said.unlock.setUpLead}>
          <Registered added={step.added} />
          <SetPin label={said.common.next} onSet={() => setStep({ at: 'passkey', added: step.added })} />
        </Page>
      )
    case 'passkey':
      return (
        <Page title={words.makePasskeyTitle} lead={words.makePasskeyLead}>
          <Registered added={step.added} />
          <MakePasskey
            added={step.added}
            onDone={(withPasskey) => setStep({ at: 'done', added: step.added, withPasskey })}
          />
        </Page>
      )
    case 'done':
      return (
        <Page title={words.doneTitle} lead={words.doneLead}>
          <Registered added={step.added} />
          {step.withPasskey && <Notice tone="good" title={words.donePasskey} live="polite" />}
          <div>
            <Button look="primary" onClick={() => window.close()}>
              {said.common.done}
            </Button>
          </div>
        </Page>
      )
  }
}

function Page({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}) {
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div className="flex flex-col gap-5 rounded-2xl border border-line bg-paper p-5 shadow-card sm:p-6">
        {children}
      </div>
    </>
  )
}

function Waiting({
  title,
  icon,
  children,
}: {
  readonly title: string
  readonly icon: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div role="status">
      <h1 className="sr-only">{title}</h1>
      <EmptyState icon={icon} title={title}>
        {children}
      </EmptyState>
    </div>
  )
}

function Registered({ added: { kept } }: { readonly added: Added }) {
  const { said } = useSurroundings()
  const { displayName, organisation } = kept.account
  return (
    <Notice tone="good" title={said.extension.registered}>
      {said.extension.registeredLead({ name: displayName, organisation })}
    </Notice>
  )
}
