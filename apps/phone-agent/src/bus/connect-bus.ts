import { type MessageBus, sessionBus } from 'dbus-next'

/**
 * Connect with a D-Bus. A bus that is not there says so by an event, and later ones must not end the process.
 *
 * @param address as D-Bus writes them, such as `unix:path=/run/dbus/system_bus_socket`
 */
export function connectBus(address: string): Promise<MessageBus> {
  return new Promise((resolve, reject) => {
    const bus = sessionBus({ busAddress: address })
    bus.on('error', reject)
    bus.on('connect', () => resolve(bus))
  })
}
