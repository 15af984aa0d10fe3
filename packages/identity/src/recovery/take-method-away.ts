import { equalBytes, fromBase64url, toBase64url } from '@latchkey/encoding'
import { mayRemoveMethod } from '@latchkey/policy'
import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { listPasskeysWithState } from '../credentials/list-passkeys-with-state.ts'
import type { Deps, Visitor } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import { findUsableMethods } from '../people/find-usable-methods.ts'
import type { Person, PersonMethods } from '../people/person.ts'
import {
  type LeftHoldings,
  requireAbleAdministrator,
  toLeftPasskey,
} from '../people/require-able-administrator.ts'
import { IdentityRefusal } from '../refusal.ts'
import { endSessionsOfPasskey } from '../sessions/end-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { DisownedThing } from './disowned-thing.ts'

/**
 * What became of the method that was used: removed; or it stays until its owner has proven themselves afresh; or because
 * they are signed in with it at this moment; or because it is their last. `gone` was removed before, `none` had nothing.
 */
export type MethodFate = 'removed' | 'needsProof' | 'signedInWithIt' | 'lastMethod' | 'gone' | 'none'

interface TakingAway {
  readonly by: PersonTarget
  readonly session: Session
  readonly person: Person
  readonly visitor: Visitor
  readonly thing: DisownedThing
  /** Whether multi-factor authentication was proven in the last minutes. */
  readonly proof: 'fresh' | 'old'
}

/** Take away the method that somebody else used, in the unit of work of *this wasn't me*. */
export async function takeMethodAway(tx: Shelves, deps: Deps, taking: TakingAway): Promise<MethodFate> {
  const { thing } = taking
  if (thing.credentialId !== undefined) return await takePasskey(tx, deps, taking, thing.credentialId)
  if (thing.totp !== undefined) return await takeTotp(tx, deps, taking, thing.totp)
  return 'none'
}

async function takePasskey(tx: Shelves, deps: Deps, taking: TakingAway, id: string): Promise<MethodFate> {
  const { by, session, person, proof } = taking
  const { tenantId, userId } = person
  const credential = await tx.credentials.find(tenantId, fromBase64url(id))
  if (credential?.userId !== userId) return 'gone'
  if (session.proofs.some(({ passkey }) => passkey?.credentialId === id)) return 'signedInWithIt'
  if (proof === 'old') return 'needsProof'

  const before = await findUsableMethods(tx, deps, person)
  const others = (await listPasskeysWithState(tx, deps, person)).filter(
    ({ passkey }) => !equalBytes(passkey.id, credential.id),
  )
  const awake = others.filter(({ dormantBecause }) => dormantBecause === undefined)
  const left = { passkeys: awake.map(({ passkey }) => toLeftPasskey(passkey)) }
  if (!(await mayGo(tx, deps, taking, { before, after: { ...before, passkeys: awake.length }, left }))) {
    return 'lastMethod'
  }
  await tx.credentials.remove(tenantId, userId, credential.id)
  await endSessionsOfPasskey(tx, deps, { tenantId, userId, credentialId: id, except: session.sessionId })
  await appendAudit(tx, deps, by, {
    activity: 'passkey_removed',
    target: { kind: 'passkey', id: toBase64url(credential.id), name: credential.name },
    detail: { aaguid: credential.aaguid, because: 'disowned' },
  })
  await mailPerson(tx, deps, {
    person,
    template: 'passkey_removed',
    values: { name: credential.name, ...fromVisitor(taking.visitor) },
  })
  return 'removed'
}

async function takeTotp(tx: Shelves, deps: Deps, taking: TakingAway, which: string): Promise<MethodFate> {
  const { by, session, person, proof } = taking
  const { tenantId, userId } = person
  const held = await tx.totps.listOfPerson(tenantId, userId)
  const going = which === 'any' ? held : held.filter(({ totpId }) => totpId === which)
  if (going.length === 0) return 'gone'
  if (session.proofs.some(({ method }) => method === 'totp')) return 'signedInWithIt'
  if (proof === 'old') return 'needsProof'

  const before = await findUsableMethods(tx, deps, person)
  const after = { ...before, totp: before.totp && held.length > going.length }
  const left = { totp: held.length > going.length }
  if (!(await mayGo(tx, deps, taking, { before, after, left }))) return 'lastMethod'
  for (const { totpId, name } of going) {
    await tx.totps.remove(tenantId, userId, totpId)
    await appendAudit(tx, deps, by, {
      activity: 'totp_removed',
      target: { kind: 'totp', id: totpId, name },
      detail: { because: 'disowned' },
    })
    await mailPerson(tx, deps, {
      person,
      template: 'totp_removed',
      values: { name, ...fromVisitor(taking.visitor) },
    })
  }
  return 'removed'
}

/**
 * Whether a method may go. The last one may if they came by a pass: then they can add another at once. Nobody may end the
 * organisation's administration by it.
 */
async function mayGo(
  tx: Shelves,
  deps: Deps,
  { person, session }: TakingAway,
  {
    before,
    after,
    left,
  }: { readonly before: PersonMethods; readonly after: PersonMethods; readonly left: LeftHoldings },
): Promise<boolean> {
  const { leastStrength } = (await getTenant(tx, person.tenantId)).settings
  const leaves = mayRemoveMethod(before, after, leastStrength).allow || session.passId !== undefined
  if (!leaves) return false
  try {
    await requireAbleAdministrator(tx, deps, person, left)
    return true
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal && refusal.code === 'last_administrator') return false
    throw refusal
  }
}
