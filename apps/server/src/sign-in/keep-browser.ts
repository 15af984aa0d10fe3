import { staySignedIn } from '@latchkey/identity'
import { setSessionCookie } from '../http/session.ts'
import type { Arrived } from './next-step.ts'
import type { Needed } from './read-needed.ts'
import type { Step } from './step.ts'

/**
 * Do what rules say about staying signed in, whatever the person answered: always, so that closing the browser ends
 * nothing; or never, so that it does. What came from a pass never stays.
 */
export async function keepBrowser(
  { deps, reply, request }: Step,
  { session, token }: Arrived,
  { access }: Needed,
): Promise<void> {
  const mode = access?.session.persistentBrowser
  if (mode === 'never' && session.staysSignedIn) {
    setSessionCookie(deps, reply, { ...session, staysSignedIn: false }, token)
  }
  if (mode === 'always' && !session.staysSignedIn && session.passId === undefined) {
    const longer = await staySignedIn(deps, { session, visitor: request.visitor })
    setSessionCookie(deps, reply, longer, token)
  }
}
