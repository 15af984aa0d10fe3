import { Button, Notice } from '@latchkey/ui'
import type { Answered } from '../messages.ts'
import { useSurroundings } from '../surroundings.tsx'
import { webExtension } from '../web-extension.ts'
import { SiteFact } from './site-fact.tsx'

/** Why no passkey of here answers. */
export type NothingReason = 'nothing' | 'notHere' | 'register' | 'wiped' | 'gone'

/** Say why, and what can be done instead. */
export function NothingHere({
  reason,
  origin,
  server,
  userName = '',
  onAnswer,
}: {
  readonly reason: NothingReason
  readonly origin?: string
  readonly server?: string | undefined
  readonly userName?: string | undefined
  onAnswer?(answered: Answered): void
}) {
  const { said } = useSurroundings()
  const { consent, unlock } = said
  const titles = {
    nothing: consent.nothingTitle,
    notHere: consent.notHereTitle,
    register: consent.registerTitle,
    wiped: unlock.wipedTitle,
    gone: consent.goneTitle,
  }
  const leads = {
    nothing: consent.nothingLead,
    // What a page calls somebody is text, and no longer than names are.
    notHere: consent.notHereLead({ userName: userName.slice(0, 80) }),
    register: consent.registerLead,
    wiped: unlock.wipedLead,
    gone: consent.goneLead,
  }
  const canAdd = reason === 'notHere' || reason === 'register' || reason === 'wiped'
  const add = async () => {
    const query = server === undefined ? '' : `?server=${encodeURIComponent(server)}`
    await webExtension.tabs.create({ url: webExtension.runtime.getURL(`app.html#/add${query}`) })
    onAnswer?.(declined)
  }

  return (
    <>
      <h1 className="text-2xl font-bold">{titles[reason]}</h1>
      <Notice tone={reason === 'wiped' ? 'warn' : 'plain'} title={leads[reason]} />
      {origin !== undefined && <SiteFact origin={origin} />}
      <div className="mt-auto flex flex-col gap-2">
        {onAnswer !== undefined && (
          <Button look="primary" onClick={() => onAnswer({ outcome: 'native' })}>
            {consent.anotherWay}
          </Button>
        )}
        {canAdd && <Button onClick={add}>{consent.addAccount}</Button>}
        <Button onClick={() => (onAnswer === undefined ? window.close() : onAnswer(declined))}>
          {onAnswer === undefined ? said.frame.close : said.common.cancel}
        </Button>
      </div>
    </>
  )
}

/** What browsers say whatever the reason is. */
export const declined: Answered = {
  outcome: 'refused',
  name: 'NotAllowedError',
  message: 'The operation either timed out or was not allowed.',
}
