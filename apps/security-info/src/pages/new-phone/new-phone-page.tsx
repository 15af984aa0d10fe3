import { useClient, usePageTitle } from '@latchkey/front'
import { type NewPhoneStep, type PhoneSituation, planNewPhone } from '@latchkey/guidance'
import { buttonClass, Card, ChoiceField, PageHead } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSaid } from '../../said.ts'
import { useMethods } from '../methods/use-methods.ts'

/** Who helps if nothing works. */
interface Help {
  readonly helpDesk: {
    readonly text: string
    readonly mail?: string
    readonly phone?: string
    readonly url?: string
  }
  readonly requestsOpen: boolean
  readonly manager?: string
}

const aboutPass: ReadonlySet<NewPhoneStep['id']> = new Set(['askForPass', 'callHelpDesk', 'signInWithPass'])

const situations: readonly PhoneSituation[] = ['atHand', 'gone', 'wiped']

/** A new phone: what to do about the passkeys of the old one, step by step. */
export function NewPhonePage() {
  const { newPhone: text } = useSaid()
  const client = useClient()
  const [situation, setSituation] = useState<PhoneSituation>('atHand')
  const { data: help } = useSuspenseQuery({
    queryKey: ['help'],
    queryFn: ({ signal }) => client.get<Help>('/help', { signal }),
  })
  usePageTitle(text.title)
  // The passkey of the phone is one of them: with another there is another way in.
  const { passkeys, pass } = useMethods()
  const planned = planNewPhone({
    situation,
    otherWayIn: passkeys.length > 1,
    requestsOpen: help.requestsOpen,
  })
  // Whoever has a pass has asked for it.
  const steps = planned.filter(({ id }) => pass === undefined || !aboutPass.has(id))
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <PageHead title={text.title} lead={text.lead} />
      <ChoiceField
        label={text.question}
        value={situation}
        options={situations.map((value) => ({ value, ...text.situations[value] }))}
        onChoose={(chosen) => setSituation(chosen)}
      />
      <Card title={text.stepsLabel}>
        <ol className="flex flex-col gap-5">
          {steps.map((step, at) => (
            <StepRow key={`${situation}-${step.id}`} step={step} number={at + 1} />
          ))}
        </ol>
      </Card>
      <HelpDesk help={help} />
    </div>
  )
}

function StepRow({ step, number }: { readonly step: NewPhoneStep; readonly number: number }) {
  const { newPhone: text } = useSaid()
  const { title, about } = text.steps[step.id]
  return (
    <li className="flex gap-4">
      <span
        aria-hidden
        className="grid size-9 flex-none place-items-center rounded-full bg-hover font-bold text-accent"
      >
        {number}
      </span>
      <div className="flex flex-col items-start gap-2">
        <div>
          <p className="font-semibold">{title}</p>
          <p className="text-soft">{about}</p>
        </div>
        {step.place !== undefined && <PlaceLink place={step.place} />}
      </div>
    </li>
  )
}

const paths = { add: '/add', methods: '/', sessions: '/sessions' } as const

function PlaceLink({ place }: { readonly place: NonNullable<NewPhoneStep['place']> }) {
  const { places } = useSaid().newPhone
  const look = buttonClass('quiet', 'small')
  if (place === 'requestPass') {
    return (
      <a href="/pass-request" className={look}>
        {places.requestPass}
      </a>
    )
  }
  return (
    <Link to={paths[place]} className={look}>
      {places[place]}
    </Link>
  )
}

function HelpDesk({ help: { helpDesk, manager } }: { readonly help: Help }) {
  const { newPhone: text } = useSaid()
  const { phone, mail, url } = helpDesk
  const isEmpty = helpDesk.text === '' && phone === undefined && mail === undefined && url === undefined
  if (isEmpty && manager === undefined) return null
  return (
    <Card title={text.helpDesk}>
      <div className="flex flex-col gap-2">
        {helpDesk.text !== '' && <p>{helpDesk.text}</p>}
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {phone !== undefined && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
          {mail !== undefined && <a href={`mailto:${mail}`}>{mail}</a>}
          {url?.startsWith('https://') === true && <a href={url}>{url}</a>}
        </p>
        {manager !== undefined && <p className="text-soft">{text.manager({ name: manager })}</p>}
      </div>
    </Card>
  )
}
