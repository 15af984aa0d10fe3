import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { keeperShelf, newVault, sealedDeviceKeys, webKeeperCryptography } from '@latchkey/keeper'
import { loadAuthenticatorWords } from '@latchkey/words/authenticator'
import type { Agent } from './agent.ts'
import { openInBrowser } from './browser/open-in-browser.ts'
import type { Config } from './config.ts'
import { describeDevice } from './describe-device.ts'
import { nodeArgon2id } from './lock/node-argon2id.ts'
import { desktopNotices } from './notices/desktop-notices.ts'
import { noNotices } from './notices/notices.ts'
import { runProgram } from './qr/run-program.ts'
import { takePicture } from './qr/take-picture.ts'
import { bluezRadio } from './radio/bluez-radio.ts'
import { fileStore } from './storage/file-store.ts'
import type { Terminal } from './terminal/terminal.ts'
import { chooseDeviceKeys } from './tpm/choose-device-keys.ts'
import { tpmDeviceKeys } from './tpm/tpm-device-keys.ts'
import { findTpm } from './tpm/tpm-tools.ts'

/** What the agent says of itself; an organisation may ask for a least version. */
const appVersion = readVersion()

/** Build the phone of what this system has. */
export async function openAgent(config: Config, terminal: Terminal): Promise<Agent & { close(): void }> {
  const { subtle } = crypto
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const now = () => new Date()
  const store = fileStore(config.folder)
  const vault = newVault({ store, subtle, random, now, argon2id: nodeArgon2id })
  const cryptography = webKeeperCryptography(subtle)
  const tpm = await findTpm(config.tpm)
  const deviceKeys = chooseDeviceKeys(tpm && tpmDeviceKeys(tpm), sealedDeviceKeys(subtle, vault))
  const shelf = keeperShelf({ store, vault, cryptography })
  const surface = 'agent'
  return {
    terminal,
    words: await loadAuthenticatorWords(config.language),
    accounts: { fetch, subtle, now, random, store, deviceKeys, surface, appVersion },
    vault,
    argon2id: nodeArgon2id,
    engine: { store, deviceKeys, surface, now, random, vault, cryptography, shelf },
    radio: bluezRadio(config.busAddress),
    notices: config.sessionBusAddress === undefined ? noNotices : desktopNotices(config.sessionBusAddress),
    takePicture: (source) => takePicture(runProgram, source),
    openBrowser: config.hasScreen ? openInBrowser : async () => undefined,
    tunnel: {
      ...(config.tunnelDomain !== undefined && { domain: config.tunnelDomain }),
      ...(config.tunnelUrl && { url: config.tunnelUrl }),
    },
    device: describeDevice(readOsRelease()),
    keysIn: tpm === undefined ? 'software' : 'tpm',
    folder: config.folder,
    pause: setTimeout,
    close: () => store.close(),
  }
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const version: unknown =
    typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version')
  if (typeof version !== 'string') throw new TypeError('the package has no version')
  return version
}

function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}
