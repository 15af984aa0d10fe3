import type { Person } from '@latchkey/identity'
import type { ServerDeps } from '../../server-deps.ts'

/**
 * What a device may be told about the person who has just signed in with a passkey, so that it forgets the ones that
 * were removed here and shows the right name. Never for anybody who has not.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-signal-methods
 */
export async function toAccountSignal(deps: ServerDeps, person: Person): Promise<object> {
  const credentials = await deps.stores.credentials.listOfPerson(person.tenantId, person.userId)
  return {
    rpId: deps.rp.rpId,
    userId: Buffer.from(person.userHandle).toString('base64url'),
    name: person.userName,
    displayName: person.displayName,
    allAcceptedCredentialIds: credentials.map(({ id }) => Buffer.from(id).toString('base64url')),
  }
}
