import type { AddedPasskey, Client, ExplainedFailure } from '@latchkey/api'
import { ApiProblem } from '@latchkey/api'
import { createPasskey, signalAccount, signalUnknown } from '@latchkey/api/passkeys'

/** What came of making a passkey. */
export type MadePasskey =
  | { readonly outcome: 'registered'; readonly id: string; readonly name: string }
  /** The phone holds one already. */
  | { readonly outcome: 'exists' }
  /** The phone gave none, and why. */
  | { readonly outcome: 'failed'; readonly failure: ExplainedFailure }

const kind = 'this-device'
const api = '/security-info/api'

/**
 * Make a passkey with the phone's own password manager, for whoever is signed in. This app asks as any page would: it
 * cannot keep passkeys for the phone itself.
 *
 * @param onMade called when the phone has made it, and the server looks at it
 * @throws ApiProblem when the server says no; a passkey that it does not want is taken back
 */
export async function makePasskey(site: Client, onMade: () => void): Promise<MadePasskey> {
  const { options } = await site.send<{ options: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    `${api}/passkeys/begin`,
    { body: { kind } },
  )
  const result = await createPasskey(options, { automatic: false })
  if (!result.ok) {
    const { failure } = result
    if (failure.name === 'InvalidStateError') return { outcome: 'exists' }
    const said = await site.send<ExplainedFailure>('POST', `${api}/explain`, { body: { kind, failure } })
    return { outcome: 'failed', failure: said }
  }
  onMade()
  const { response } = result
  try {
    const { passkey, signal } = await site.send<AddedPasskey>('POST', `${api}/passkeys/finish`, {
      body: { kind, response },
    })
    await signalAccount(signal)
    return { outcome: 'registered', id: passkey.id, name: passkey.name }
  } catch (problem) {
    // What may have arrived is not taken back.
    if (problem instanceof ApiProblem && problem.status !== 0) await takeBack(site, response)
    throw problem
  }
}

/** The server took no such passkey: the phone is told to forget it, if nobody here knows it. */
async function takeBack(site: Client, response: unknown): Promise<void> {
  const { unknown } = await site.send<{ unknown?: { rpId: string } }>('POST', `${api}/unfinished`, {
    body: { kind, response },
  })
  if (unknown !== undefined) await signalUnknown(unknown.rpId, response)
}
