import { ApiProblem } from '@latchkey/api'
import type { AccountPasskey } from '@latchkey/api/authenticator'
import { type CreationOptionsJson, clientPlatform } from '@latchkey/ctap'
import { KeeperRefusal } from '../refusal.ts'
import type { AuthenticatorApi } from '../server/authenticator-api.ts'
import type { KeptAccount } from '../storage/kept.ts'
import { removeCredential } from './keeper-shelf.ts'
import { type EngineDeps, openEngine } from './open-engine.ts'

/**
 * Create a passkey in the app: the server's options, our own client platform and engine, the server's verdict. If the
 * server says no, the passkey is deleted here again; if it cannot be reached any more, so that nobody knows what it
 * decided, the passkey stays and `cleanUpAccount` finds out.
 *
 * @param api asks as the person's session
 * @throws ApiProblem before there is a passkey; DOMException when the person declines, or there is one already
 *   (`NotAllowedError`, `InvalidStateError`); KeeperRefusal `answer_unreadable`, and `passkey_refused`, whose cause is the
 *   server's problem
 */
export async function createPasskey(
  deps: EngineDeps,
  api: AuthenticatorApi,
  {
    account,
    name,
    signal,
  }: {
    readonly account: Pick<KeptAccount['account'], 'rpId' | 'origins'>
    readonly name?: string
    readonly signal?: AbortSignal
  },
): Promise<AccountPasskey> {
  const options = readOptions((await api.beginPasskey()).options)
  const [origin] = account.origins
  if (origin === undefined) throw new KeeperRefusal('answer_unreadable')
  const platform = clientPlatform(await openEngine(deps), deps.cryptography)
  const response = await platform.create(options, { origin }, signal)
  try {
    return (await api.finishPasskey({ response, ...(name !== undefined && { name }) })).passkey
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.status === 0 || cause.status >= 500) throw cause
    await removeCredential(deps.store, response.id)
    throw new KeeperRefusal('passkey_refused', { cause })
  }
}

/**
 * Only what the client platform touches without looking is looked at here; the engine refuses what it cannot do.
 */
function readOptions(options: unknown): CreationOptionsJson {
  if (!isOptions(options)) throw new KeeperRefusal('answer_unreadable')
  return options
}

function isOptions(value: unknown): value is CreationOptionsJson {
  if (!isObject(value)) return false
  const { rp, user, challenge, pubKeyCredParams } = value
  return (
    isObject(rp) &&
    isObject(user) &&
    typeof user['id'] === 'string' &&
    typeof challenge === 'string' &&
    Array.isArray(pubKeyCredParams)
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
