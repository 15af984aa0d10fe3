import { type PrivateBus, startPrivateBus } from '@latchkey/testing/private-bus'
import { Message, type MessageBus, MessageType, sessionBus, Variant } from 'dbus-next'

/** A radio that does not exist: BlueZ on a bus of its own. What one end advertises, the other end's scan finds. */
export interface Air {
  /** For `DBUS_SYSTEM_BUS_ADDRESS`. */
  readonly busAddress: string
  /** What was advertised so far as a FIDO authenticator's service data. */
  readonly heard: readonly Uint8Array[]
  /** From now on nothing that is advertised arrives, or it does again. */
  setDeaf(isDeaf: boolean): void
  /** Close the browsers before: Chromium dies with its bus. */
  close(): Promise<void>
}

type Properties = Record<string, Variant>

const adapter = '/org/bluez/hci0'
const properties = 'org.freedesktop.DBus.Properties'

const text = (value: string) => new Variant('s', value)
const flag = (value: boolean) => new Variant('b', value)

/** What Chromium and our agent ask of an adapter with Bluetooth Low Energy. */
function newObjects(): Map<string, Record<string, Properties>> {
  const adapterProperties: Properties = {
    Address: text('00:11:22:33:44:55'),
    AddressType: text('public'),
    Name: text('air'),
    Alias: text('air'),
    Class: new Variant('u', 0),
    Powered: flag(true),
    PowerState: text('on'),
    Discoverable: flag(false),
    DiscoverableTimeout: new Variant('u', 0),
    Pairable: flag(false),
    PairableTimeout: new Variant('u', 0),
    Discovering: flag(false),
    UUIDs: new Variant('as', []),
    Modalias: text('usb:v1D6Bp0246d0537'),
    Roles: new Variant('as', ['central', 'peripheral']),
  }
  const advertising: Properties = {
    ActiveInstances: new Variant('y', 0),
    SupportedInstances: new Variant('y', 5),
    SupportedIncludes: new Variant('as', []),
    SupportedFeatures: new Variant('as', []),
  }
  return new Map([
    ['/org/bluez', { 'org.bluez.AgentManager1': {}, 'org.bluez.ProfileManager1': {} }],
    [
      adapter,
      {
        'org.bluez.Adapter1': adapterProperties,
        'org.bluez.LEAdvertisingManager1': advertising,
        'org.bluez.GattManager1': {},
        'org.bluez.Media1': {},
      },
    ],
  ])
}

/** Open the air. */
export async function openAir(): Promise<Air> {
  const bus = await startPrivateBus()
  const connection = sessionBus({ busAddress: bus.address })
  await connection.requestName('org.bluez', 0)
  const air = new Bluez(bus, connection)
  connection.addMethodHandler((message: Message) => air.handle(message))
  return air
}

/** A few of BlueZ's methods, and nothing behind them. */
class Bluez implements Air {
  readonly busAddress: string
  readonly heard: Uint8Array[] = []
  readonly #bus: PrivateBus
  readonly #connection: MessageBus
  readonly #objects = newObjects()
  /** By whose it is and its path: what is on the air. */
  readonly #advertised = new Map<string, string>()
  #isDeaf = false
  #devices = 0

  constructor(bus: PrivateBus, connection: MessageBus) {
    this.#bus = bus
    this.busAddress = bus.address
    this.#connection = connection
  }

  setDeaf(isDeaf: boolean): void {
    this.#isDeaf = isDeaf
  }

  async close(): Promise<void> {
    this.#connection.disconnect()
    await this.#bus.stop()
  }

  /** @returns whether the message was for us */
  handle(message: Message): boolean {
    const of = this.#objects.get(message.path)
    switch (`${message.interface}.${message.member}`) {
      case 'org.freedesktop.DBus.ObjectManager.GetManagedObjects':
        return this.#answer(message, 'a{oa{sa{sv}}}', Object.fromEntries(this.#objects))
      case `${properties}.GetAll`:
        return this.#answer(message, 'a{sv}', of?.[message.body[0]] ?? {})
      case `${properties}.Get`: {
        const value = of?.[message.body[0]]?.[message.body[1]]
        if (value === undefined) return this.#refuse(message, 'org.freedesktop.DBus.Error.InvalidArgs')
        return this.#answer(message, 'v', value)
      }
      case `${properties}.Set`:
        this.#change(message.path, message.body[0], { [message.body[1]]: message.body[2] })
        return this.#answer(message)
      case 'org.freedesktop.DBus.Introspectable.Introspect':
        return this.#answer(message, 's', '<node/>')
      case 'org.bluez.Adapter1.StartDiscovery':
      case 'org.bluez.Adapter1.StopDiscovery':
        this.#answer(message)
        this.#change(adapter, 'org.bluez.Adapter1', {
          Discovering: flag(message.member === 'StartDiscovery'),
        })
        return true
      case 'org.bluez.Adapter1.GetDiscoveryFilters':
        return this.#answer(message, 'as', ['UUIDs', 'RSSI', 'Transport'])
      case 'org.bluez.LEAdvertisingManager1.RegisterAdvertisement':
        void this.#register(message)
        return true
      case 'org.bluez.LEAdvertisingManager1.UnregisterAdvertisement':
        this.#forget(`${message.sender}${message.body[0]}`)
        return this.#answer(message)
    }
    return message.interface?.startsWith('org.bluez.') === true && this.#answer(message)
  }

  /** Read the advertisement at its owner's, as BlueZ does, and let it be found. */
  async #register(message: Message): Promise<void> {
    const asked = new Message({
      destination: message.sender,
      path: message.body[0],
      interface: properties,
      member: 'GetAll',
      signature: 's',
      body: ['org.bluez.LEAdvertisement1'],
    })
    try {
      const answer = await this.#connection.call(asked)
      const serviceData: Record<string, Variant<Buffer>> = answer?.body[0].ServiceData.value
      for (const [uuid, { value }] of Object.entries(serviceData)) {
        this.heard.push(new Uint8Array(value))
        if (!this.#isDeaf)
          this.#advertised.set(`${message.sender}${message.body[0]}`, this.#find(uuid, value))
      }
      this.#answer(message)
    } catch {
      this.#refuse(message, 'org.bluez.Error.InvalidArguments')
    }
  }

  /** A device with this service data has come near. */
  #find(shortUuid: string, data: Uint8Array): string {
    const uuid = shortUuid.length === 4 ? `0000${shortUuid}-0000-1000-8000-00805f9b34fb` : shortUuid
    this.#devices += 1
    const address = `AA:BB:CC:00:00:${this.#devices.toString(16).padStart(2, '0').toUpperCase()}`
    const path = `${adapter}/dev_${address.replaceAll(':', '_')}`
    const device: Properties = {
      Address: text(address),
      AddressType: text('random'),
      Alias: text(address),
      Adapter: new Variant('o', adapter),
      Paired: flag(false),
      Bonded: flag(false),
      Connected: flag(false),
      Trusted: flag(false),
      Blocked: flag(false),
      LegacyPairing: flag(false),
      ServicesResolved: flag(false),
      UUIDs: new Variant('as', [uuid]),
      RSSI: new Variant('n', -42),
      ServiceData: new Variant('a{sv}', { [uuid]: new Variant('ay', Buffer.from(data)) }),
    }
    const interfaces = { 'org.bluez.Device1': device }
    this.#objects.set(path, interfaces)
    this.#say('InterfacesAdded', 'oa{sa{sv}}', [path, interfaces])
    return path
  }

  #forget(key: string): void {
    const path = this.#advertised.get(key)
    if (path === undefined) return
    this.#advertised.delete(key)
    this.#objects.delete(path)
    this.#say('InterfacesRemoved', 'oas', [path, ['org.bluez.Device1']])
  }

  #change(path: string, name: string, changed: Properties): void {
    Object.assign(this.#objects.get(path)?.[name] ?? {}, changed)
    const body = [name, changed, []]
    this.#connection.send(Message.newSignal(path, properties, 'PropertiesChanged', 'sa{sv}as', body))
  }

  #say(name: string, signature: string, body: unknown[]): void {
    const manager = 'org.freedesktop.DBus.ObjectManager'
    this.#connection.send(Message.newSignal('/', manager, name, signature, body))
  }

  #answer(message: Message, signature?: string, value?: unknown): true {
    const body = signature === undefined ? [] : [value]
    this.#connection.send(Message.newMethodReturn(message, signature ?? '', body))
    return true
  }

  #refuse({ serial, sender }: Message, errorName: string): true {
    const to = { replySerial: String(serial), destination: sender }
    this.#connection.send(new Message({ type: MessageType.ERROR, errorName, ...to }))
    return true
  }
}
