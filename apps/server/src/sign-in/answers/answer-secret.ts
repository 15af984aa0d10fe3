import { IdentityRefusal, redeemPass, signInWithCode, signInWithPassword } from '@latchkey/identity'
import { z } from 'zod'
import { bindingOf, findSignedIn, type Step } from '../step.ts'
import { arrive, currentOf } from './arrive.ts'

export const secretShape = { value: z.string().min(1).max(1024) }

type Secret = { readonly value: string }

/** A password was typed. */
export async function answerPassword(step: Step, { value }: Secret): Promise<object> {
  const signedIn = await signInWithPassword(step.deps, { ...(await askOf(step)), password: value })
  return { navigate: await arrive(step, signedIn) }
}

/** A Temporary Access Pass was typed. */
export async function answerPass(step: Step, { value }: Secret): Promise<object> {
  const signedIn = await redeemPass(step.deps, { ...(await askOf(step)), pass: value.trim() })
  return { navigate: await arrive(step, signedIn) }
}

/** A one-time code was typed: the second proof of a session that has a first. */
export async function answerCode(step: Step, { value }: Secret): Promise<object> {
  const current = await findSignedIn(step)
  if (current === undefined) throw new IdentityRefusal('session_ended')
  const signedIn = await signInWithCode(step.deps, {
    session: current.session,
    token: current.token,
    code: value.replace(/\s/g, ''),
    visitor: step.request.visitor,
    binding: bindingOf(step),
    ...(step.flow.app !== undefined && { clientId: step.flow.app.clientId }),
  })
  return { navigate: await arrive(step, signedIn) }
}

async function askOf(step: Step) {
  const { tenantId, userName, app } = step.flow
  if (tenantId === undefined || userName === undefined) {
    throw new IdentityRefusal('invalid_input', { detail: 'userName' })
  }
  return {
    tenantId,
    userName,
    visitor: step.request.visitor,
    binding: bindingOf(step),
    ...(app !== undefined && { clientId: app.clientId }),
    ...(await currentOf(step)),
  }
}
