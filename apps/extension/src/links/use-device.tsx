import { forgetLink, KeeperRefusal, type KeptClientLink } from '@latchkey/keeper'
import { Button, Notice } from '@latchkey/ui'
import { Smartphone } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { declined } from '../consent/nothing-here.tsx'
import { SiteFact } from '../consent/site-fact.tsx'
import { useSteadyWindow } from '../consent/steady-window.ts'
import type { TakenCeremony } from '../consent/take-ceremony.ts'
import type { Answered } from '../messages.ts'
import { useSurroundings } from '../surroundings.tsx'
import { signInByDevice } from './sign-in-by-device.ts'

/** Offer the devices that are remembered, call the one that is taken, and hand on what it signs. */
export function UseDevice({
  taken,
  links,
  organisation,
  onAnswer,
}: {
  readonly taken: TakenCeremony
  readonly links: readonly KeptClientLink[]
  readonly organisation: string
  onAnswer(answered: Answered): void
}) {
  const { keeper, said } = useSurroundings()
  const [left, setLeft] = useState(links)
  const [called, setCalled] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const call = useRef<AbortController>(undefined)
  const isSteady = useSteadyWindow()
  const { consent, links: words } = said
  const { asked, origin } = taken.ceremony
  useEffect(() => () => call.current?.abort(), [])

  const use = async (link: KeptClientLink) => {
    if (!isSteady() || asked.kind !== 'get') return
    const { name, linkId } = link
    const own = new AbortController()
    call.current = own
    setCalled(name)
    setProblem(undefined)
    try {
      const signal = AbortSignal.any([own.signal, taken.signal])
      const credential = await signInByDevice(keeper, link, { options: asked.options, origin, signal })
      onAnswer({ outcome: 'credential', credential })
    } catch (cause) {
      const isGone = cause instanceof KeeperRefusal && cause.code === 'link_gone'
      if (isGone) {
        await forgetLink(keeper.store, linkId)
        setLeft((before) => before.filter((one) => one.linkId !== linkId))
      }
      if (!own.signal.aborted) setProblem(isGone ? words.gone({ name }) : words.didNotCome({ name }))
      setCalled(undefined)
    }
  }

  return (
    <>
      <header>
        <h1 className="text-2xl font-bold">
          {called === undefined ? consent.signInTitle({ organisation }) : words.look({ name: called })}
        </h1>
        <p className="mt-1 text-soft">{called === undefined ? consent.signInLead : words.lookLead}</p>
      </header>
      <SiteFact origin={origin} />
      {problem !== undefined && <Notice tone="warn" title={problem} live="assertive" />}
      <span className="sr-only" role="status">
        {called === undefined ? '' : words.look({ name: called })}
      </span>
      <div className="mt-auto flex flex-col gap-2">
        {called === undefined &&
          left.map((link) => (
            <Button
              key={link.linkId}
              look="primary"
              icon={<Smartphone aria-hidden className="size-4" />}
              unavailable={isSteady() ? undefined : consent.readFirst}
              onClick={() => use(link)}
            >
              {words.use({ name: link.name })}
            </Button>
          ))}
        <Button onClick={() => onAnswer({ outcome: 'native' })}>{consent.anotherWay}</Button>
        <p className="pb-1 text-center text-sm text-soft">{consent.anotherWayHint}</p>
        <Button onClick={() => onAnswer(declined)}>{said.common.cancel}</Button>
      </div>
    </>
  )
}
