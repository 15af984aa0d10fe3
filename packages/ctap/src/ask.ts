import { mostUvRetries } from './credential-shelf.ts'
import type { Engine } from './engine.ts'
import type { Confirmation, PersonAnswer } from './person.ts'
import { CtapRefusal } from './status.ts'

type Confirmed = Extract<PersonAnswer, { readonly outcome: 'confirmed' }>

/** What came of asking for built-in user verification. */
export type Verification = Confirmed | 'blocked' | 'failed'

/**
 * Ask the person to agree.
 *
 * @throws CtapRefusal `operation_denied`, `user_action_timeout`, `keepalive_cancel`
 */
export async function ask(
  engine: Engine,
  request: Omit<Confirmation, 'userVerification'>,
): Promise<Confirmed> {
  const answer = await askFor(engine, { ...request, userVerification: 'not_needed' })
  if (answer.outcome !== 'confirmed') throw new CtapRefusal('operation_denied')
  return answer
}

/**
 * Ask the person to agree and to prove who they are. The try is taken from the shelf before it is made, and given back
 * if it was not made after all.
 *
 * @throws CtapRefusal `operation_denied`, `user_action_timeout`, `keepalive_cancel`
 */
export async function askAndVerify(
  engine: Engine,
  request: Omit<Confirmation, 'userVerification'>,
): Promise<Verification> {
  const { shelf } = engine
  const { uvRetries: before } = await shelf.getVerificationState()
  if (!(await shelf.takeRetry('uvRetries'))) return 'blocked'

  const answer = await askFor(engine, { ...request, userVerification: 'required' }).catch(async (cause) => {
    await shelf.putRetries('uvRetries', before)
    throw cause
  })
  if (answer.outcome === 'not_verified' || !answer.userVerified) return before === 1 ? 'blocked' : 'failed'
  await shelf.putRetries('uvRetries', mostUvRetries)
  return answer
}

async function askFor(engine: Engine, request: Confirmation) {
  const answer = await Promise.race([engine.person.confirm(request), untilAborted(request.signal)])
  switch (answer.outcome) {
    case 'denied':
      throw new CtapRefusal('operation_denied')
    case 'timed_out':
      throw new CtapRefusal('user_action_timeout')
    case 'cancelled':
      throw new CtapRefusal('keepalive_cancel')
    default:
      return answer
  }
}

function untilAborted(signal: AbortSignal): Promise<{ readonly outcome: 'cancelled' }> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve({ outcome: 'cancelled' })
    signal.addEventListener('abort', () => resolve({ outcome: 'cancelled' }), { once: true })
  })
}
