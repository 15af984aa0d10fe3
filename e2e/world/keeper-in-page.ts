/** What stories have a page do with the keeper: it is built into one script. Everything in and out is JSON. */
import { clientPlatform } from '@latchkey/ctap'
import { fromBase64url, toBase64url } from '@latchkey/encoding'
import {
  indexedDbStore,
  keeperShelf,
  newVault,
  openEngine,
  type ScreenAnswer,
  webDeviceKeys,
  webKeeperCryptography,
} from '@latchkey/keeper'

const { subtle } = crypto
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const store = indexedDbStore(indexedDB)
const now = () => new Date()
const vault = newVault({ store, subtle, random, now }, { pinIterations: 1000 })
const cryptography = webKeeperCryptography(subtle)
const shelf = keeperShelf({ store, vault, cryptography })
const deviceKeys = webDeviceKeys(subtle)
const device = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Add one, so many times. @returns each sum */
export function countTo(times: number): Promise<number[]> {
  const add = () =>
    store.change((kept) => {
      const sum = Number(kept.largeBlobs ?? 0) + 1
      return [{ ...kept, largeBlobs: String(sum) }, sum]
    })
  return Promise.all(Array.from({ length: times }, add))
}

export async function fail(): Promise<unknown> {
  const before = JSON.stringify(await store.read())
  const change = store.change(() => {
    throw new Error('no')
  })
  const thrown = await change.catch((cause) => cause.message)
  return { thrown, before: JSON.stringify(await store.read()) === before }
}

/** Make a key and keep it as an account would. @returns its public part */
export async function makeKey(): Promise<string> {
  const deviceKey = await deviceKeys.make()
  const nobody = {
    serverUrl: origin,
    x5c: [],
    account: {
      tenantId: '',
      organisation: '',
      userId: '',
      userName: '',
      displayName: '',
      rpId: '',
      origins: [],
      userHandle: '',
    },
    device: {
      deviceId: '',
      name: '',
      surface: 'extension',
      aaguid: '',
      appVersion: '',
      evidence: 'software',
      state: 'active',
      expiresAt: '',
      renewsAt: '',
      tooOld: false,
    },
  } as const
  await store.change((kept) => [{ ...kept, accounts: [{ ...nobody, deviceKey }] }, undefined])
  return toBase64url((await deviceKeys.open(deviceKey)).publicKey)
}

export async function signWithKey(spki: string): Promise<unknown> {
  const [account] = (await store.read()).accounts
  const kept = account?.deviceKey
  const data = random(20)
  const signature = Uint8Array.from(await (await deviceKeys.open(kept)).sign(data))
  const key = await subtle.importKey('spki', fromBase64url(spki), device, false, ['verify'])
  const verified = await subtle.verify(device, key, signature, Uint8Array.from(data))
  const pair: unknown = typeof kept === 'object' && kept !== null && Reflect.get(kept, 'privateKey')
  const exported =
    pair instanceof CryptoKey &&
    (await subtle.exportKey('pkcs8', pair).then(
      () => true,
      () => false,
    ))
  return { verified, exported }
}

async function platformWith(pin: string) {
  let asked = 0
  const ask = async (): Promise<ScreenAnswer> => {
    asked += 1
    return asked > 1 ? { outcome: 'denied' } : { outcome: 'agreed', secret: { pin } }
  }
  const deps = { store, deviceKeys, surface: 'extension', now, random, vault, cryptography, shelf } as const
  return clientPlatform(await openEngine({ ...deps, screen: { ask } }), cryptography)
}

export async function makePasskey(pin: string): Promise<void> {
  await vault.setLock({ pin })
  await (await platformWith(pin)).create(
    {
      rp: { id: 'localhost', name: 'Example' },
      user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
      challenge: 'AAAA',
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    },
    { origin },
  )
}

export async function signIn(pin: string): Promise<unknown> {
  try {
    const request = { rpId: 'localhost', challenge: 'AAAA', userVerification: 'required' }
    const { response } = await (await platformWith(pin)).get(request, { origin })
    const data = fromBase64url(response.authenticatorData)
    return { flags: data[32], signCount: new DataView(data.buffer).getUint32(33) }
  } catch (cause) {
    return { refused: cause instanceof Error ? cause.name : '' }
  }
}
