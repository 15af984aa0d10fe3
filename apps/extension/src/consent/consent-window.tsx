import type { Kept } from '@latchkey/keeper'
import { Brand } from '@latchkey/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { findLinks } from '../links/find-links.ts'
import { UseDevice } from '../links/use-device.tsx'
import type { Answered } from '../messages.ts'
import { useSurroundings } from '../surroundings.tsx'
import { ConsentQuestion } from './consent-question.tsx'
import { NothingHere, type NothingReason } from './nothing-here.tsx'
import { type TakenCeremony, takeCeremony } from './take-ceremony.ts'

/** The window that asks: one ceremony, one answer, and it closes. */
export function ConsentWindow() {
  const { keeper, said } = useSurroundings()
  const [taken, setTaken] = useState<{ readonly by?: TakenCeremony; readonly kept: Kept }>()
  const [isGone, setGone] = useState(false)

  useEffect(() => {
    const takeOnce = async () => {
      const [by, kept] = await Promise.all([takeOnlyOnce(), keeper.store.read()])
      setTaken({ ...(by && { by }), kept })
      by?.signal.addEventListener('abort', () => setGone(true))
    }
    void takeOnce()
  }, [keeper])

  if (taken === undefined) return null
  const { by, kept } = taken
  const answer = (answered: Answered) => by?.answer(answered)
  return (
    <Frame>
      {by === undefined || isGone ? (
        <NothingHere reason="gone" />
      ) : (
        <Content taken={by} kept={kept} onAnswer={answer} />
      )}
      <span className="sr-only" role="status">
        {isGone ? said.consent.goneTitle : ''}
      </span>
    </Frame>
  )
}

/** React runs effects twice while somebody develops; a ceremony is given out once. */
let taking: Promise<TakenCeremony | undefined> | undefined
const takeOnlyOnce = () => {
  taking ??= takeCeremony()
  return taking
}

function Content({
  taken,
  kept,
  onAnswer,
}: {
  readonly taken: TakenCeremony
  readonly kept: Kept
  onAnswer(answered: Answered): void
}) {
  const [failed, setFailed] = useState<NothingReason>()
  const { asked, origin } = taken.ceremony
  const links = findLinks(kept, taken.ceremony)
  const here = kept.accounts.find(({ account }) => account.origins.includes(origin))
  if (here !== undefined && links.length > 0) {
    const { organisation } = here.account
    return <UseDevice taken={taken} links={links} organisation={organisation} onAnswer={onAnswer} />
  }
  const reason = failed ?? findReason(kept, taken)
  if (reason === undefined) {
    return <ConsentQuestion taken={taken} kept={kept} onAnswer={onAnswer} onNothing={setFailed} />
  }
  return (
    <NothingHere
      reason={reason}
      origin={origin}
      server={here?.serverUrl}
      userName={asked.kind === 'create' ? asked.options.user.name : undefined}
      onAnswer={onAnswer}
    />
  )
}

/** Why there is nothing to ask. The page learns of none of it: it waits until the person has seen it. */
function findReason(kept: Kept, { ceremony: { asked, origin } }: TakenCeremony): NothingReason | undefined {
  const accounts = kept.accounts.filter(({ account }) => account.origins.includes(origin))
  if (kept.lock === undefined) return 'wiped'
  if (asked.kind === 'get') return undefined
  const account = accounts.find(({ account }) => account.userHandle === asked.options.user.id)
  if (account === undefined) return 'notHere'
  return account.deviceKey === undefined || account.device.state !== 'active' ? 'register' : undefined
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col gap-5 bg-paper p-6">
      <Brand name="Latchkey Authenticator" />
      {children}
    </main>
  )
}
