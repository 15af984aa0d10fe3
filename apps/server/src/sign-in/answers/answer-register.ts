import { beginRegistration, finishRegistration, IdentityRefusal, nameNewPasskey } from '@latchkey/identity'
import { settleNudge } from '@latchkey/rollout/nudge'
import { z } from 'zod'
import { registerTarget } from '../../access/access-target.ts'
import { requireAccess } from '../../access/decide-visit.ts'
import type { SignedInVisitor } from '../../http/session.ts'
import { readAccountSignal } from '../../security-info/account-signal.ts'
import { noteRegistrationStep } from '../../steps/note-registration-step.ts'
import { findNextUrl } from '../next-step.ts'
import { bindingOf, findSignedIn, type Step } from '../step.ts'
import { suggestName } from '../suggest-name.ts'

const Kind = z.enum(['this-device', 'other-device', 'app-here', 'app-there', 'conditional'])

export const beginRegisterShape = { kind: Kind }

export const finishRegisterShape = { kind: Kind, response: z.unknown() }

export const namePasskeyShape = { value: z.string().trim().min(1).max(60) }

const optionsOfKind = {
  'this-device': { hints: ['client-device'] },
  'other-device': { hints: ['hybrid', 'security-key'], attachment: 'cross-platform' },
  // In an app that the organisation names: of this device, or of a phone nearby.
  'app-here': { hints: ['client-device'], attachment: 'platform' },
  'app-there': { hints: ['hybrid'], attachment: 'cross-platform' },
  conditional: { mediation: 'conditional' },
} as const

/** Begin to make a passkey, in this visit. Writes nothing. */
export async function answerBeginRegister(
  step: Step,
  { kind }: { readonly kind: z.infer<typeof Kind> },
): Promise<object> {
  const { session } = await getRegistrant(step)
  if (kind !== 'conditional') noteRegistrationStep(step.request, session, 'started')
  const options = await beginRegistration(step.deps, {
    session,
    visitor: step.request.visitor,
    binding: bindingOf(step, 'register'),
    ...optionsOfKind[kind],
  })
  return { options }
}

/** A passkey was made: keep it; then it wants a name. It has not been used, so the session is as strong as before. */
export async function answerFinishRegister(
  step: Step,
  { kind, response }: { readonly kind: z.infer<typeof Kind>; readonly response?: unknown },
): Promise<object> {
  const signedIn = await getRegistrant(step)
  if (kind !== 'conditional') noteRegistrationStep(step.request, signedIn.session, 'promptShown')
  const credential = await finishRegistration(step.deps, {
    session: signedIn.session,
    response,
    visitor: step.request.visitor,
    binding: bindingOf(step, 'register'),
    name: suggestName(step),
    createdBy: 'interrupt',
    ...(kind === 'conditional' && { mediation: kind }),
  })
  if (step.tenant !== undefined) await settleNudge(step.deps, step.tenant, signedIn.person)
  const newPasskey = Buffer.from(credential.id).toString('base64url')
  // One that the browser made by itself keeps the name we gave it: nobody asked for it, so nobody is asked.
  const change = { passed: [...step.flow.passed, 'secure' as const, 'nudge' as const, 'second' as const] }
  return {
    navigate: await findNextUrl(step, signedIn, kind === 'conditional' ? change : { ...change, newPasskey }),
    signal: await readAccountSignal(step.deps, signedIn.person),
  }
}

/** The new passkey gets its name. */
export async function answerNamePasskey(step: Step, { value }: { readonly value: string }): Promise<object> {
  const signedIn = await getSignedIn(step)
  const { newPasskey } = step.flow
  if (newPasskey !== undefined) {
    await nameNewPasskey(step.deps, {
      session: signedIn.session,
      credentialId: Buffer.from(newPasskey, 'base64url'),
      name: value,
      visitor: step.request.visitor,
    })
  }
  return { navigate: await findNextUrl(step, signedIn, { newPasskey: undefined }) }
}

/** Who may add a way to sign in, by the rules about that, at each of its two ends. */
async function getRegistrant(step: Step): Promise<SignedInVisitor> {
  const signedIn = await getSignedIn(step)
  await requireAccess(step.deps, { ...signedIn, asked: registerTarget, visitor: step.request.visitor })
  return signedIn
}

async function getSignedIn(step: Step): Promise<SignedInVisitor> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) throw new IdentityRefusal('session_ended')
  return signedIn
}
