import { DBusError, Message, type MessageBus, Variant } from 'dbus-next'
import { connectBus } from '../bus/connect-bus.ts'
import { type Radio, RadioFault } from './radio.ts'

const properties = 'org.freedesktop.DBus.Properties'
const manager = 'org.bluez.LEAdvertisingManager1'
const path = '/com/latchkey/agent/advertisement'
/** Of the FIDO Alliance, for what an authenticator says over the air. */
const fidoUuid = 'fff9'

/**
 * Linux's Bluetooth: BlueZ over D-Bus. The advertisement is a broadcast nobody can connect to.
 *
 * @param busAddress of the system's D-Bus
 * @see https://github.com/bluez/bluez/blob/master/doc/org.bluez.LEAdvertisingManager.rst
 */
export function bluezRadio(busAddress: string): Radio {
  return {
    async advertise(serviceData) {
      const bus = await connect(busAddress)
      const contents = {
        Type: new Variant('s', 'broadcast'),
        ServiceUUIDs: new Variant('as', [fidoUuid]),
        ServiceData: new Variant('a{sv}', { [fidoUuid]: new Variant('ay', Buffer.from(serviceData)) }),
      }
      // BlueZ asks back what is to be said.
      bus.addMethodHandler((message: Message) => {
        if (message.path !== path) return false
        const isAsked = message.interface === properties && message.member === 'GetAll'
        const answer = isAsked
          ? Message.newMethodReturn(message, 'a{sv}', [contents])
          : Message.newMethodReturn(message)
        bus.send(answer)
        return true
      })
      try {
        const adapter = await findAdapter(bus)
        if (adapter === undefined) throw new RadioFault('no Bluetooth adapter that can advertise')
        await call(bus, adapter, 'RegisterAdvertisement', 'oa{sv}', [path, {}])
        return async () => {
          await call(bus, adapter, 'UnregisterAdvertisement', 'o', [path]).catch(() => undefined)
          bus.disconnect()
        }
      } catch (cause) {
        bus.disconnect()
        throw cause instanceof DBusError ? new RadioFault(cause.type, { cause }) : cause
      }
    },

    async isThere() {
      try {
        const bus = await connect(busAddress)
        try {
          return (await findAdapter(bus)) !== undefined
        } finally {
          bus.disconnect()
        }
      } catch (cause) {
        if (cause instanceof RadioFault || cause instanceof DBusError) return false
        throw cause
      }
    },
  }
}

/** @throws RadioFault where there is no system to speak of */
async function connect(busAddress: string): Promise<MessageBus> {
  try {
    return await connectBus(busAddress)
  } catch (cause) {
    throw new RadioFault('no D-Bus', { cause })
  }
}

/** The first adapter that is on and can advertise. */
async function findAdapter(bus: MessageBus): Promise<string | undefined> {
  const asked = new Message({
    destination: 'org.bluez',
    path: '/',
    interface: 'org.freedesktop.DBus.ObjectManager',
    member: 'GetManagedObjects',
  })
  const answer = await bus.call(asked)
  const objects: Record<string, Record<string, Record<string, Variant>>> = answer?.body[0] ?? {}
  const found = Object.entries(objects).find(
    ([, interfaces]) =>
      manager in interfaces && interfaces['org.bluez.Adapter1']?.['Powered']?.value === true,
  )
  return found?.[0]
}

function call(bus: MessageBus, adapter: string, member: string, signature: string, body: unknown[]) {
  return bus.call(
    new Message({ destination: 'org.bluez', path: adapter, interface: manager, member, signature, body }),
  )
}
