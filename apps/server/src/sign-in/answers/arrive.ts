import { type CurrentSession, endSession, type SignedIn } from '@latchkey/identity'
import { readSession, setSessionCookie } from '../../http/session.ts'
import { findNextUrl } from '../next-step.ts'
import { findSignedIn, type Step } from '../step.ts'

/** Somebody has proven something: sign the browser in, and say where it goes next. */
export async function arrive(step: Step, signedIn: SignedIn): Promise<string> {
  const { deps, reply, flow } = step
  await endSessionOfAnother(step, signedIn)
  setSessionCookie(deps, reply, signedIn.session, signedIn.token)
  // The question about the default belongs to the first sign-in with a passkey and to no other.
  const passed = signedIn.firstPasskeySignIn ? flow.passed : [...flow.passed, 'default' as const]
  return await findNextUrl({ ...step, tenant: signedIn.tenant }, signedIn, { passed })
}

/** The session that a new proof adds to, if there is one. */
export async function currentOf(step: Step): Promise<{ current?: CurrentSession }> {
  const signedIn = await findSignedIn(step)
  return signedIn === undefined ? {} : { current: { session: signedIn.session, token: signedIn.token } }
}

/** A browser is one person's at a time: whoever signs in after somebody else leaves no session behind that nobody sees. */
async function endSessionOfAnother({ deps, request }: Step, { person, session }: SignedIn): Promise<void> {
  const before = await readSession(deps, request, session.tenantId)
  if (before === undefined || before.person.userId === person.userId) return
  const { tenantId, sessionId } = before.session
  await endSession(deps, { tenantId, sessionId, because: 'replaced', visitor: request.visitor })
}
