import type { Person } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** What a person's device is told after a change: which passkeys count here, and what the account is called. */
export interface AccountSignal {
  readonly rpId: string
  readonly userId: string
  readonly name: string
  readonly displayName: string
  readonly allAcceptedCredentialIds: string[]
}

/**
 * Read what to tell the device, for the person who is signed in and nobody else: a list of passkeys must not reach a
 * stranger.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-signalAllAcceptedCredentials
 */
export async function readAccountSignal(deps: ServerDeps, person: Person): Promise<AccountSignal> {
  const passkeys = await deps.stores.credentials.listOfPerson(person.tenantId, person.userId)
  return {
    rpId: deps.rp.rpId,
    userId: Buffer.from(person.userHandle).toString('base64url'),
    name: person.userName,
    displayName: person.displayName,
    allAcceptedCredentialIds: passkeys.map(({ id }) => Buffer.from(id).toString('base64url')),
  }
}
