import { finishAuthentication } from '@latchkey/identity'
import { z } from 'zod'
import { readAccountSignal } from '../../security-info/account-signal.ts'
import { beginPasskey, readPlace } from '../begin-passkey.ts'
import { ceremonyTenant } from '../flow.ts'
import { bindingOf, type Step } from '../step.ts'
import { arrive, currentOf } from './arrive.ts'

export const beginPasskeyShape = { on: z.string().max(10).optional() }

export const finishPasskeyShape = { response: z.unknown() }

/** Fresh options: the person tries again, or the page has been open for long. Writes nothing. */
export async function answerBeginPasskey(
  step: Step,
  body: { readonly on?: string | undefined },
): Promise<object> {
  return { options: await beginPasskey(step, readPlace(body.on)) }
}

/** A passkey answered: with a name it must be that person's, without one it says itself whose it is. */
export async function answerFinishPasskey(
  step: Step,
  body: { readonly response?: unknown },
): Promise<object> {
  const { deps, flow, request } = step
  const tenantId = ceremonyTenant(flow)
  const signedIn = await finishAuthentication(deps, {
    response: body.response,
    visitor: request.visitor,
    binding: bindingOf(step),
    ...(tenantId !== undefined && { tenantId }),
    ...(flow.userName !== undefined && { expectedName: flow.userName }),
    ...(flow.app !== undefined && { clientId: flow.app.clientId }),
    ...(await currentOf(step)),
  })
  return {
    navigate: await arrive(step, signedIn),
    signal: await readAccountSignal(deps, signedIn.person),
  }
}
