import { finishAuthentication, mayRememberBrowser, type SignedIn } from '@latchkey/identity'
import { z } from 'zod'
import { readAccountSignal } from '../../security-info/account-signal.ts'
import { beginPasskey, readPlace } from '../begin-passkey.ts'
import { ceremonyTenant } from '../flow.ts'
import { isRemembered } from '../remembered-browser.ts'
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
  const crossDevice = (await cameFromAnotherDevice(step, signedIn, body.response)) || undefined
  return {
    navigate: await arrive({ ...step, flow: { ...flow, crossDevice } }, signedIn),
    signal: await readAccountSignal(deps, signedIn.person),
    ...((await mayRemember(step, signedIn)) && { remember: true }),
  }
}

async function mayRemember({ deps, request }: Step, signedIn: SignedIn): Promise<boolean> {
  return (await mayRememberBrowser(deps, signedIn)) && !(await isRemembered(deps, request, signedIn.session))
}

const Attached = z.object({ authenticatorAttachment: z.literal('cross-platform') })

/**
 * Whether the passkey that answered is on another device: it was not in this one, and is of a kind that is asked over a
 * QR code. What the browser says of that is unsigned, and good for choosing a page.
 */
async function cameFromAnotherDevice(
  { deps }: Step,
  { session }: SignedIn,
  response: unknown,
): Promise<boolean> {
  const used = session.proofs.at(-1)?.passkey
  if (used === undefined || !Attached.safeParse(response).success) return false
  const id = Buffer.from(used.credentialId, 'base64url')
  const credential = await deps.stores.credentials.find(session.tenantId, id)
  return credential?.transports.includes('hybrid') === true
}
