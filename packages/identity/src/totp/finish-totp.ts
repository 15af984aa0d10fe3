import { Base64urlRefusal, fromBase64url, fromUtf8 } from '@latchkey/encoding'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { readRegistrationFacts } from '../credentials/registration-facts.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { openSealed } from '../keys/open-sealed.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import { requireMethod } from '../rules/require-method.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { offerBound, offerPurpose, requireMayAddTotp } from './begin-totp.ts'
import { findStep, readTypedCode } from './one-time-code.ts'
import { totpBound, totpPurpose } from './sealed-secret.ts'
import type { TotpRecord } from './totp-store.ts'

/** The first code of a new generator, and what `beginTotp` gave. */
export interface TotpAnswer {
  readonly session: Session
  readonly sealed: string
  readonly code: string
  readonly name?: string
  readonly visitor: Visitor
}

/** Longer than it takes to fetch a telephone. */
const offerSeconds = 15 * 60

/** More than one person needs; each is one more secret a guessed code could be of. */
const mostTotps = 5

/**
 * Finish setting up a code generator: with its first right code, which is spent by that.
 *
 * @throws IdentityRefusal `code_incorrect`, `sealed_unreadable`, `session_ended`, `fresh_sign_in_needed`,
 *   `stronger_sign_in_needed`, `not_allowed_by_policy`, `invalid_input`
 */
export async function finishTotp(deps: Deps, answer: TotpAnswer): Promise<TotpRecord> {
  const name = readText(answer.name ?? 'Authenticator app', 'name', 60)
  const secret = await openOffer(deps, answer)
  const code = readTypedCode(answer.code)
  const step = code === undefined ? undefined : findStep(secret, code, deps.now())
  if (step === undefined) throw new IdentityRefusal('code_incorrect')

  const { tenantId, userId } = answer.session
  const key = { tenantId, userId, totpId: newId(deps) }
  const totp: TotpRecord = {
    ...key,
    name,
    sealedSecret: deps.keyring.seal(totpPurpose, secret, totpBound(key)),
    lastStep: step,
    createdAt: deps.now(),
  }
  await deps.stores.atomically(async (tx) => {
    const { session, person } = await getLiveSession(tx, deps, answer.session)
    requireMayAddTotp(await readRegistrationFacts(tx, deps, session))
    const tenant = await getTenant(tx, tenantId)
    await requireMethod(tx, deps, { tenant, person, method: 'totp' })
    const held = await tx.totps.listOfPerson(tenantId, userId)
    if (held.length >= mostTotps) throw new IdentityRefusal('not_allowed_by_policy', { detail: 'too many' })
    await tx.totps.insert(totp)
    await appendAudit(tx, deps, byThemselves(session, answer.visitor), {
      activity: 'totp_added',
      target: { kind: 'totp', id: totp.totpId, name },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'totp_added',
      values: { name, ...fromVisitor(answer.visitor) },
    })
  })
  return totp
}

async function openOffer(deps: Deps, { sealed, session }: TotpAnswer): Promise<Uint8Array> {
  const opened = await openSealed(deps, offerPurpose, readSealed(sealed), offerBound(session))
  const age = deps.now().getTime() - Number(fromUtf8(opened.subarray(0, 16)))
  if (Math.abs(age) > offerSeconds * 1000)
    throw new IdentityRefusal('sealed_unreadable', { detail: 'too old' })
  return opened.subarray(16)
}

function readSealed(text: string): Uint8Array {
  try {
    return fromBase64url(text)
  } catch (cause) {
    if (cause instanceof Base64urlRefusal) throw new IdentityRefusal('sealed_unreadable', { cause })
    throw cause
  }
}
