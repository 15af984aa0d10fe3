import { startPrivateBus } from '@latchkey/testing/private-bus'
import { Message, MessageType, sessionBus } from 'dbus-next'
import { onTestFinished } from 'vitest'

/** What a notification service was asked to show. */
export interface Shown {
  readonly application: string
  readonly title: string
  readonly text: string
  readonly actions: readonly string[]
  readonly hints: Readonly<Record<string, unknown>>
  readonly milliseconds: number
}

/** A session's bus, with a notification service on it or without one. */
export interface Desktop {
  readonly busAddress: string
  /** All that was shown so far. */
  readonly shown: readonly Shown[]
  /** What stands on the screen now, by its number. */
  readonly onScreen: ReadonlyMap<number, Shown>
}

/** Open a bus that has no notification service. */
export async function openBareDesktop(): Promise<Desktop> {
  const bus = await startPrivateBus()
  onTestFinished(() => bus.stop())
  return { busAddress: bus.address, shown: [], onScreen: new Map() }
}

/** Open one that has. @param answerAfterMilliseconds how long it thinks */
export async function openDesktop(answerAfterMilliseconds = 0): Promise<Desktop> {
  const { busAddress } = await openBareDesktop()
  const shown: Shown[] = []
  const onScreen = new Map<number, Shown>()
  const service = sessionBus({ busAddress })
  service.on('error', () => undefined)
  let isOver = false
  onTestFinished(() => {
    isOver = true
    service.disconnect()
  })
  const answer = (message: Message, signature = '', body: unknown[] = []) => {
    const reply = Message.newMethodReturn(message, signature, body)
    // Its time may come when the test is over.
    setTimeout(() => isOver || service.send(reply), answerAfterMilliseconds)
    return true
  }
  service.addMethodHandler((message: Message) => {
    if (message.interface !== 'org.freedesktop.Notifications' || message.type !== MessageType.METHOD_CALL) {
      return false
    }
    switch (message.member) {
      case 'GetServerInformation':
        return answer(message, 'ssss', ['a desktop', 'nobody', '1', '1.2'])
      case 'Notify': {
        const notice = readNotice(message)
        shown.push(notice)
        onScreen.set(shown.length, notice)
        return answer(message, 'u', [shown.length])
      }
      case 'CloseNotification':
        onScreen.delete(message.body[0])
        return answer(message)
    }
    return false
  })
  await service.requestName('org.freedesktop.Notifications', 0)
  return { busAddress, shown, onScreen }
}

/** As the specification lays it out. */
function readNotice({ signature, body }: Message): Shown {
  if (signature !== 'susssasa{sv}i') throw new TypeError(`not a notification: ${signature}`)
  const [application, , , title, text, actions, hints, milliseconds] = body
  const values = Object.entries<{ readonly value: unknown }>(hints).map(([name, { value }]) => [name, value])
  return { application, title, text, actions, hints: Object.fromEntries(values), milliseconds }
}
