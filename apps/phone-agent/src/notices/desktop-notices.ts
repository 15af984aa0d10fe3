import { setTimeout } from 'node:timers/promises'
import { Message, type MessageBus, Variant } from 'dbus-next'
import { connectBus } from '../bus/connect-bus.ts'
import { toPlainText } from '../terminal/to-plain-text.ts'
import type { Notice, Notices } from './notices.ts'

/** If nobody is left to take it back: no call is waited for longer. */
const expiresAfterMilliseconds = 180_000
/** A service that takes longer is not waited for. */
const patienceMilliseconds = 2_000

const normalUrgency = 1

/**
 * The desktop's notifications, over the session's D-Bus. They have no buttons: nothing can be decided there.
 *
 * @param busAddress of the session's D-Bus
 * @see https://specifications.freedesktop.org/notification/latest/
 */
export function desktopNotices(busAddress: string): Notices {
  return {
    show(notice) {
      const { promise: over, resolve: takeBack } = Promise.withResolvers<void>()
      // Whoever has no desktop looks at the terminal: it says the same.
      showUntil(busAddress, notice, over).catch(() => undefined)
      return takeBack
    },

    isThere: async () => (await inTime(ask(busAddress)).catch(() => undefined)) ?? false,
  }
}

async function ask(busAddress: string): Promise<boolean> {
  const bus = await connectBus(busAddress)
  try {
    return (await call(bus, 'GetServerInformation')) !== null
  } finally {
    bus.disconnect()
  }
}

async function showUntil(busAddress: string, { title, text }: Notice, over: Promise<void>): Promise<void> {
  const bus = await connectBus(busAddress)
  try {
    const shown = call(bus, 'Notify', 'susssasa{sv}i', [
      'Latchkey',
      0,
      'dialog-password',
      // A line of plain text, as the specification has it; the text below it may be read as markup, and is ours.
      toPlainText(title),
      text,
      [],
      { urgency: new Variant('y', normalUrgency), transient: new Variant('b', true) },
      expiresAfterMilliseconds,
    ])
    await Promise.race([over, shown.then(() => over)])
    const id: unknown = (await inTime(shown))?.body[0]
    if (typeof id === 'number') await inTime(call(bus, 'CloseNotification', 'u', [id]))
  } finally {
    bus.disconnect()
  }
}

function call(
  bus: MessageBus,
  member: string,
  signature = '',
  body: unknown[] = [],
): Promise<Message | null> {
  return bus.call(
    new Message({
      destination: 'org.freedesktop.Notifications',
      path: '/org/freedesktop/Notifications',
      interface: 'org.freedesktop.Notifications',
      member,
      signature,
      body,
    }),
  )
}

/** @returns `undefined` if nothing was answered in time */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  const patience = new AbortController()
  const late = setTimeout(patienceMilliseconds, undefined, { signal: patience.signal }).catch(() => undefined)
  try {
    return await Promise.race([answer, late])
  } finally {
    patience.abort()
  }
}
