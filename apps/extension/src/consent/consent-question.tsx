import { toBase64url } from '@latchkey/encoding'
import type { Kept, Question, ScreenAnswer } from '@latchkey/keeper'
import { Button, ChoiceField } from '@latchkey/ui'
import { UserRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Answered } from '../messages.ts'
import { useSurroundings } from '../surroundings.tsx'
import { sayUnlockRefusal } from '../unlock/say-unlock-refusal.ts'
import { UnlockFields } from '../unlock/unlock-fields.tsx'
import { doCeremony } from './do-ceremony.ts'
import { declined, type NothingReason } from './nothing-here.tsx'
import { SiteFact } from './site-fact.tsx'
import { useSteadyWindow } from './steady-window.ts'
import type { TakenCeremony } from './take-ceremony.ts'

/** What the engine wants to know, and where its answer goes. */
interface Open {
  readonly question: Question
  answer(answer: ScreenAnswer): void
}

/** Ask whether this site may have what it asks for, of whom, and who is there. */
export function ConsentQuestion({
  taken,
  kept,
  onAnswer,
  onNothing,
}: {
  readonly taken: TakenCeremony
  readonly kept: Kept
  onAnswer(answered: Answered): void
  onNothing(reason: NothingReason): void
}) {
  const { keeper, said } = useSurroundings()
  const [open, setOpen] = useState<Open>()
  const [chosen, setChosen] = useState('0')
  const isSteady = useSteadyWindow()
  const begun = useRef(false)
  const { ceremony } = taken

  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const ask = (question: Question) => {
      // Nothing of here fits. The page waits for the person all the same.
      if (question.accounts?.length === 0) onNothing('nothing')
      return new Promise<ScreenAnswer>((resolve) => {
        setOpen({
          question,
          answer: (answer) => {
            setOpen(undefined)
            resolve(answer)
          },
        })
      })
    }
    let wasAsked = false
    const screen = {
      ask: (question: Question) => {
        wasAsked = true
        return ask(question)
      },
    }
    doCeremony(keeper, ceremony, { screen, signal: taken.signal }).then(onAnswer, async (cause) => {
      const { lock } = await keeper.store.read()
      if (lock === undefined) return onNothing('wiped')
      if (!wasAsked) return onNothing('nothing')
      onAnswer(toRefusal(cause))
    })
  }, [keeper, ceremony, taken.signal, onAnswer, onNothing])

  const question = open?.question
  const [account] = kept.accounts.filter(({ account }) => account.origins.includes(ceremony.origin))
  const organisation = account?.account.organisation ?? ''
  const isCreation = ceremony.asked.kind === 'create'
  const names = toNames(kept, question)

  return (
    <>
      <header>
        <h1 className="text-2xl font-bold">
          {isCreation
            ? said.consent.createTitle({ organisation })
            : said.consent.signInTitle({ organisation })}
        </h1>
        <p className="mt-1 text-soft">{isCreation ? said.consent.createLead : said.consent.signInLead}</p>
      </header>
      <SiteFact origin={ceremony.origin} />
      {names.length > 1 ? (
        <ChoiceField
          label={said.consent.chooseAccount}
          value={chosen}
          options={names.map(({ title, about }, at) => ({ value: `${at}`, label: title, about }))}
          onChoose={setChosen}
        />
      ) : (
        names.map((name) => <AccountFact key={name.about} {...name} />)
      )}
      <div className="mt-auto">
        <UnlockFields
          passkey={kept.lock?.passkey}
          confirmLabel={isCreation ? said.consent.create : said.consent.signIn}
          wrong={sayUnlockRefusal(said, question?.again, keeper.now())}
          busy={open === undefined ? said.consent.checking : undefined}
          unavailable={isSteady() ? undefined : said.consent.readFirst}
          mayBegin={isSteady}
          onSecret={(secret) => open?.answer({ outcome: 'agreed', account: Number(chosen), secret })}
        >
          <Button onClick={() => onAnswer({ outcome: 'native' })}>{said.consent.anotherWay}</Button>
          <p className="pb-1 text-center text-sm text-soft">{said.consent.anotherWayHint}</p>
          <Button onClick={() => onAnswer(declined)}>{said.common.cancel}</Button>
        </UnlockFields>
      </div>
    </>
  )
}

interface Name {
  readonly title: string
  readonly about: string
}

function AccountFact({ title, about }: Name) {
  const { said } = useSurroundings()
  return (
    <section
      aria-label={said.consent.account}
      className="flex items-center gap-3 rounded-2xl border border-line bg-ground px-4 py-3"
    >
      <UserRound aria-hidden className="size-5 flex-none text-accent" />
      <div className="min-w-0">
        <p className="font-semibold break-words">{title}</p>
        <p className="text-sm break-all text-soft">{about}</p>
      </div>
    </section>
  )
}

/** Whose passkeys these are, as the organisation calls them; what a page says of people is the second choice. */
function toNames({ accounts }: Kept, question: Question | undefined): readonly Name[] {
  const asked = question?.accounts ?? (question?.user ? [question.user] : [])
  return asked.map(({ userHandle, name = '', displayName = '' }) => {
    const kept = accounts.find(({ account }) => account.userHandle === toBase64url(userHandle))
    return {
      title: kept?.account.displayName ?? displayName,
      about: kept?.account.userName ?? name,
    }
  })
}

/** Only what a person has consented to tells more than that nothing came of it. */
function toRefusal(cause: unknown): Answered {
  if (!(cause instanceof DOMException) || cause.name !== 'InvalidStateError') return declined
  return {
    outcome: 'refused',
    name: cause.name,
    message:
      'The user attempted to register an authenticator that contains one of the credentials already registered with the relying party.',
  }
}
