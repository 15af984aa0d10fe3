import { declineSecondPasskey, IdentityRefusal, putDefaultMethod, staySignedIn } from '@latchkey/identity'
import { z } from 'zod'
import { setSessionCookie } from '../../http/session.ts'
import type { Interrupt } from '../flow.ts'
import { type Arrived, findNextUrl } from '../next-step.ts'
import { readNeeded } from '../read-needed.ts'
import { findSignedIn, type Step } from '../step.ts'

export const answerShape = { answer: z.enum(['yes', 'no']) }

export const skipShape = { answer: z.enum(['secure', 'second']) }

type Answer = { readonly answer: 'yes' | 'no' }

/** *Make this your default way to sign in?* */
export async function answerDefault(step: Step, { answer }: Answer): Promise<object> {
  const signedIn = await getSignedIn(step)
  if (answer === 'yes') {
    await putDefaultMethod(step.deps, {
      session: signedIn.session,
      method: 'passkey',
      visitor: step.request.visitor,
    })
  }
  return await goOn(step, signedIn, 'default')
}

/** *Stay signed in?* Where a rule says never, nobody was asked. */
export async function answerStay(step: Step, { answer }: Answer): Promise<object> {
  const { person, session, token } = await getSignedIn(step)
  const { access } = await readNeeded(step, { person, session })
  const never = access?.session.persistentBrowser === 'never'
  if (answer === 'no' || never) return await goOn(step, { person, session, token }, 'stay')
  const longer = await staySignedIn(step.deps, { session, visitor: step.request.visitor })
  setSessionCookie(step.deps, step.reply, longer, token)
  return await goOn(step, { person, session: longer, token }, 'stay')
}

/** *Not now* to a passkey. What is required is decided again all the same. */
export async function answerSkip(
  step: Step,
  { answer }: { readonly answer: 'secure' | 'second' },
): Promise<object> {
  const signedIn = await getSignedIn(step)
  if (answer === 'second') await declineSecondPasskey(step.deps, signedIn.person)
  return await goOn(step, signedIn, answer)
}

async function goOn(step: Step, arrived: Arrived, interrupt: Interrupt): Promise<object> {
  return { navigate: await findNextUrl(step, arrived, { passed: [...step.flow.passed, interrupt] }) }
}

async function getSignedIn(step: Step) {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) throw new IdentityRefusal('session_ended')
  return signedIn
}
