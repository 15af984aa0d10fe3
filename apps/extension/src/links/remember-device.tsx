import { HybridRefusal } from '@latchkey/ctap/hybrid'
import { type KeptAccount, newAuthenticatorApi } from '@latchkey/keeper'
import { Button, Notice, PageHead } from '@latchkey/ui'
import { useEffect, useState } from 'react'
import { signInInTab } from '../app/sign-in-tab.ts'
import { type SaidProblem, sayProblem } from '../say-problem.ts'
import { useSurroundings } from '../surroundings.tsx'
import { beginLink, keepWhenGuarded } from './link-device.ts'
import { QrCode } from './qr-code.tsx'

/** A link is begun by a passkey, and by nothing that somebody could have relayed. */
const phishingResistant = 'urn:latchkey:acr:phr'

type Step =
  | { readonly at: 'begin'; readonly problem?: Pick<SaidProblem, 'title' | 'text'> }
  | { readonly at: 'signing-in' }
  | { readonly at: 'scan'; readonly code: string }
  | { readonly at: 'type'; readonly name: string; readonly digits: string }
  | { readonly at: 'done'; readonly name: string }

/** Link a device: sign in by a passkey, show a code, show the digits that are typed there. */
export function RememberDevice({ userId, server }: { readonly userId: string; readonly server: string }) {
  const { keeper, said } = useSurroundings()
  const [kept, setKept] = useState<KeptAccount>()
  const [step, setStep] = useState<Step>({ at: 'begin' })
  const { links: words } = said

  useEffect(() => {
    void keeper.store.read().then(({ accounts }) => {
      setKept(accounts.find((one) => one.serverUrl === server && one.account.userId === userId))
    })
  }, [keeper, server, userId])
  if (kept === undefined) return null
  const { account, serverUrl } = kept

  const begin = async () => {
    setStep({ at: 'signing-in' })
    try {
      const signIn = await signInInTab(keeper, { server: serverUrl, who: account, acr: phishingResistant })
      if (signIn.outcome === 'not_finished') return setStep({ at: 'begin' })
      const caller = { by: 'token', accessToken: signIn.accessToken } as const
      const shown = await beginLink(keeper, kept, newAuthenticatorApi(keeper, { serverUrl, caller }))
      setStep({ at: 'scan', code: shown.code })
      const met = await shown.met
      setStep({ at: 'type', name: met.name, digits: met.digits })
      const isLinked = await keepWhenGuarded(keeper, kept, met)
      setStep(isLinked ? { at: 'done', name: met.name } : { at: 'begin', problem: failed })
    } catch (cause) {
      setStep({ at: 'begin', problem: toProblem(cause) })
    }
  }
  const failed = { title: words.failedTitle, text: words.failedLead }
  const toProblem = (cause: unknown) => {
    if (cause instanceof HybridRefusal) return failed
    // What has no name is the socket.
    const hasName = Reflect.has(Object(cause), 'code')
    return hasName ? sayProblem(said, cause) : { title: words.failedTitle, text: words.unreachable }
  }

  return (
    <>
      <PageHead title={words.rememberTitle} lead={words.rememberLead} />
      <section className="flex flex-col gap-5 rounded-2xl border border-line bg-paper p-5 shadow-card sm:p-6">
        <p className="text-sm text-soft">
          {words.account({ name: account.userName, organisation: account.organisation })}
        </p>
        {step.at === 'begin' && (
          <>
            {step.problem && (
              <Notice tone="bad" title={step.problem.title} live="assertive">
                {step.problem.text}
              </Notice>
            )}
            <p>{words.beginHint}</p>
            <div>
              <Button look="primary" onClick={begin}>
                {words.begin}
              </Button>
            </div>
          </>
        )}
        {step.at === 'signing-in' && <Notice title={words.signingIn} live="polite" />}
        {step.at === 'scan' && (
          <>
            <Notice title={words.scanTitle} live="polite">
              {words.scanLead}
            </Notice>
            <QrCode text={step.code} label={words.codeLabel} />
          </>
        )}
        {step.at === 'type' && (
          <Notice tone="warn" title={words.typeTitle({ name: step.name })} live="assertive">
            <p className="my-2 font-mono text-4xl font-bold tracking-widest">
              <span className="sr-only">{words.digits}: </span>
              {step.digits}
            </p>
            {words.typeLead}
          </Notice>
        )}
        {step.at === 'done' && (
          <>
            <Notice tone="good" title={words.done({ name: step.name })} live="polite">
              {words.doneLead}
            </Notice>
            <div>
              <Button look="primary" onClick={() => window.close()}>
                {said.common.done}
              </Button>
            </div>
          </>
        )}
      </section>
    </>
  )
}
