/**
 * Authenticators for tests, ready to use, with a person who agrees to everything; and an authority to vouch for them.
 * The second door of this room, for tests alone.
 */
import {
  type AuthenticatorDeps,
  type AuthenticatorModel,
  type Confirmation,
  clientPlatform,
  memoryShelf,
  type Person,
  type PersonAnswer,
  powerUp,
  webCryptography,
} from './index.ts'

export {
  type AttestationAuthority,
  type IssueOptions,
  makeAttestationAuthority,
} from './attestation-authority.fixture.ts'

/** The model of an authenticator that nobody made. */
export const exampleAaguid = Uint8Array.from({ length: 16 }, (_, i) => i + 1)

/** A person who does as told, and remembers what they were asked. */
export interface PliantPerson extends Person {
  readonly asked: Confirmation[]
  /** What they do from now on; absent: agree, and prove who they are if asked to. */
  next: PersonAnswer | undefined
}

export function pliantPerson(): PliantPerson {
  const person: PliantPerson = {
    asked: [],
    next: undefined,
    async confirm(request) {
      person.asked.push(request)
      const userVerified = request.userVerification === 'required'
      return person.next ?? { outcome: 'confirmed', userVerified }
    },
  }
  return person
}

/** A clock that stands still until it is moved. */
export function makeClock(at = new Date('2026-07-30T12:00:00Z')) {
  let time = at.getTime()
  return {
    now: () => new Date(time),
    pass: (seconds: number) => {
      time += seconds * 1000
    },
  }
}

/**
 * Switch on an authenticator: device-bound, verifying its users, vouched for by nobody; and the client platform that
 * speaks to it.
 *
 * @param model what is different
 * @param deps what is different, such as a shelf that was used before
 */
export function honestAuthenticator(
  model: Partial<AuthenticatorModel> = {},
  deps: Partial<AuthenticatorDeps> = {},
) {
  const cryptography = deps.cryptography ?? webCryptography(crypto.subtle)
  const shelf = deps.shelf ?? memoryShelf()
  const person = pliantPerson()
  const clock = makeClock()
  const authenticator = powerUp(
    {
      cryptography,
      shelf,
      person,
      now: clock.now,
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      ...deps,
    },
    {
      aaguid: exampleAaguid,
      attachment: 'cross-platform',
      transports: ['hybrid', 'internal'],
      userVerification: 'built_in',
      attestation: 'none',
      ...model,
    },
  )
  return { authenticator, client: clientPlatform(authenticator, cryptography), shelf, person, clock }
}
