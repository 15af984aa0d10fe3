import { join } from 'node:path'
import { chooseLanguage, type Language } from '@latchkey/words'

/** Everything the agent can be told by its environment. Read once, by `main.ts`; nothing else looks there. */
export interface Config {
  /** Where it keeps what it remembers: `LATCHKEY_AGENT_FOLDER`, or `latchkey-agent` in the person's own data. */
  readonly folder: string
  /**
   * The number of the tunnel service: `LATCHKEY_AGENT_TUNNEL_DOMAIN`. Absent, the account's server says it. 256 and more:
   * smaller ones belong to the makers of telephones.
   */
  readonly tunnelDomain?: number
  /**
   * Where we reach that service, if not by its own name: `LATCHKEY_AGENT_TUNNEL_URL`. Browsers always use the name.
   */
  readonly tunnelUrl?: URL
  /** How `tpm2-tools` reach the TPM, if not as on an ordinary system: `LATCHKEY_AGENT_TPM`. */
  readonly tpm?: string
  /** The system's D-Bus, where BlueZ is: `DBUS_SYSTEM_BUS_ADDRESS`. */
  readonly busAddress: string
  /**
   * The session's D-Bus, where notifications are: `DBUS_SESSION_BUS_ADDRESS`, or `bus` in `XDG_RUNTIME_DIR`. Absent where
   * there is none, and with `LATCHKEY_AGENT_NOTIFICATIONS=off`.
   */
  readonly sessionBusAddress?: string
  readonly language: Language
  /** Whether a browser could be shown here: `DISPLAY` or `WAYLAND_DISPLAY`. */
  readonly hasScreen: boolean
}

/** A wrong variable, by name and never by value. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws ConfigFault naming every wrong variable at once */
export function readConfig(environment: Environment): Config {
  const wrong: string[] = []
  const take = <T>(name: string, read: (text: string) => T | undefined): T | undefined => {
    const text = environment[name]
    if (text === undefined || text === '') return undefined
    const value = read(text)
    if (value === undefined) wrong.push(name)
    return value
  }
  const tunnelDomain = take('LATCHKEY_AGENT_TUNNEL_DOMAIN', readTunnelDomain)
  const tunnelUrl = take('LATCHKEY_AGENT_TUNNEL_URL', readTunnelUrl)
  const notifications = take('LATCHKEY_AGENT_NOTIFICATIONS', readSwitch)
  if (wrong.length > 0) throw new ConfigFault(wrong.join(', '))
  const { LATCHKEY_AGENT_FOLDER, LATCHKEY_AGENT_TPM, XDG_DATA_HOME, HOME = '/' } = environment
  const sessionBusAddress = notifications === 'off' ? undefined : findSessionBus(environment)
  return {
    folder: LATCHKEY_AGENT_FOLDER || join(XDG_DATA_HOME || join(HOME, '.local/share'), 'latchkey-agent'),
    ...(tunnelDomain !== undefined && { tunnelDomain }),
    ...(tunnelUrl && { tunnelUrl }),
    ...(LATCHKEY_AGENT_TPM && { tpm: LATCHKEY_AGENT_TPM }),
    busAddress: environment['DBUS_SYSTEM_BUS_ADDRESS'] || 'unix:path=/run/dbus/system_bus_socket',
    ...(sessionBusAddress !== undefined && { sessionBusAddress }),
    language: findLanguage(environment),
    hasScreen: Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']),
  }
}

/** Those below belong to the makers of telephones, and are theirs to use. */
const leastTunnelDomain = 256

/** A number of a tunnel service that is its owner's to use. */
function readTunnelDomain(text: string): number | undefined {
  const id = /^\d{3,5}$/.test(text) ? Number(text) : Number.NaN
  return id >= leastTunnelDomain && id <= 0xffff ? id : undefined
}

function readTunnelUrl(text: string): URL | undefined {
  const url = URL.parse(text)
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  const isFit = url?.protocol === 'wss:' || (url?.protocol === 'ws:' && isHere)
  return url !== null && isFit ? url : undefined
}

const readSwitch = (text: string) => (text === 'on' || text === 'off' ? text : undefined)

/** Where systemd puts it is where it is, also for who was not told. */
function findSessionBus({ DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR }: Environment): string | undefined {
  return DBUS_SESSION_BUS_ADDRESS || (XDG_RUNTIME_DIR ? `unix:path=${XDG_RUNTIME_DIR}/bus` : undefined)
}

/** As programs of Unix do: `fr_CA.UTF-8` is French. */
function findLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  const tag = (LC_ALL || LC_MESSAGES || LANG || '').split('.')[0] ?? ''
  return chooseLanguage(tag.replace('_', '-'))
}
