import type { Client } from './new-client.ts'
import { type AccountSignal, getPasskey, signalAccount } from './passkeys.ts'

/** What to tell somebody whose device did not answer. */
export interface ShownFailure {
  readonly title: string
  readonly detail: string
  readonly next: string
}

/** How it ended: proven, or the browser did not give a passkey, and why. */
export type Confirmation =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'failed'; readonly failure: ShownFailure }

/** A sign-in that was begun: where its pages are, for whoever has no passkey here, and the flow its answers name. */
export interface BegunConfirmation {
  readonly navigate: string
  readonly flow: string
}

/**
 * Begin to ask somebody who is signed in to prove themselves anew.
 *
 * @param to a local path, where the pages of sign-in lead back to if they have to be used
 */
export async function beginConfirmation(client: Client, to: string): Promise<BegunConfirmation> {
  const { navigate } = await client.send<{ navigate: string }>('POST', '/security-info/confirm', {
    body: { to },
  })
  const flow = new URL(navigate, 'http://latchkey.invalid').searchParams.get('flow') ?? ''
  return { navigate, flow }
}

/**
 * Prove oneself with a passkey, without leaving the page: the same questions and answers as on the sign-in pages.
 *
 * @param client one with an empty base
 * @throws ApiProblem what the server says no with
 */
export async function confirmInPlace(
  client: Client,
  { flow }: Pick<BegunConfirmation, 'flow'>,
): Promise<Confirmation> {
  const { options } = await client.send<{ options: PublicKeyCredentialRequestOptionsJSON }>(
    'POST',
    '/sign-in/passkey/begin',
    { body: { flow } },
  )
  const result = await getPasskey(options, { automatic: false })
  if (!result.ok) {
    const failure = await client.send<ShownFailure>('POST', '/sign-in/report', {
      body: { flow, failure: result.failure },
    })
    return { kind: 'failed', failure }
  }
  const { signal } = await client.send<{ signal?: AccountSignal }>('POST', '/sign-in/passkey/finish', {
    body: { flow, response: result.response },
  })
  await signalAccount(signal)
  return { kind: 'confirmed' }
}
