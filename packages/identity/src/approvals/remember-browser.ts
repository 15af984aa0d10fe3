import { toUtf8 } from '@latchkey/encoding'
import { decideStrength, freshProofs, offersPasswordlessPush } from '@latchkey/policy'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { rulesOf } from '../rules/get-rules.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { isSignedBy, readP256Key } from './p256-key.ts'
import { decideApprovals } from './put-approver.ts'
import type { RememberedBrowser } from './remembered-browser-store.ts'

/** A browser that proved, in this very visit, that it is remembered. */
export type ProvenBrowser = Pick<RememberedBrowser, 'tenantId' | 'userId' | 'browserId'>

/** A remembered browser is bound to a sign-in this fresh. */
const freshSeconds = 5 * 60

/** One forgets older ones, so that nobody's list grows for ever. */
const mostBrowsers = 20

/**
 * Remember a browser by a key of its own, after a sign-in there that nobody can have relayed. From then on it may ask for
 * an approval alone.
 *
 * @throws IdentityRefusal `session_ended`, `stronger_sign_in_needed`, `invalid_input`, `not_allowed_by_policy`
 */
export async function rememberBrowser(
  deps: Deps,
  ask: { readonly session: Session; readonly publicKey: Uint8Array; readonly visitor: Visitor },
): Promise<RememberedBrowser> {
  readP256Key(ask.publicKey, 'publicKey')
  return await deps.stores.atomically(async (tx) => {
    const { session, person } = await getLiveSession(tx, deps, ask.session)
    const { tenantId, userId } = session
    const now = deps.now()
    const fresh = freshProofs(session.proofs, now, freshSeconds)
    if (decideStrength(fresh, session.origin) !== 'phishingResistant') {
      throw new IdentityRefusal('stronger_sign_in_needed', { detail: 'phishingResistant' })
    }
    if (!(await decideApprovals(tx, deps, person)).passwordlessPush) {
      throw new IdentityRefusal('not_allowed_by_policy', { detail: 'passwordlessPush' })
    }
    const held = await tx.rememberedBrowsers.listOfPerson(tenantId, userId)
    for (const { browserId } of held.slice(mostBrowsers - 1)) {
      await tx.rememberedBrowsers.remove(tenantId, userId, browserId)
    }
    const browser: RememberedBrowser = {
      tenantId,
      browserId: newId(deps),
      userId,
      publicKey: ask.publicKey,
      userAgent: ask.visitor.userAgent,
      ipAddress: ask.visitor.ipAddress,
      createdAt: now,
      lastUsedAt: now,
    }
    await tx.rememberedBrowsers.insert(browser)
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'browser_remembered',
      target: { kind: 'browser', id: browser.browserId },
    })
    return browser
  })
}

/**
 * Whether a browser should be asked to make a key: its person may approve without a password, has a device that approves,
 * and just signed in so that nobody can have relayed it.
 */
export async function mayRememberBrowser(
  deps: Deps,
  {
    tenant,
    person,
    session,
  }: { readonly tenant: Tenant; readonly person: Person; readonly session: Session },
): Promise<boolean> {
  const fresh = freshProofs(session.proofs, deps.now(), freshSeconds)
  if (decideStrength(fresh, session.origin) !== 'phishingResistant') return false
  // Asked at every sign-in with a passkey: most organisations have no such approvals.
  const { methods } = await rulesOf(deps.stores, deps, tenant)
  if (!offersPasswordlessPush(methods)) return false
  if (!(await decideApprovals(deps.stores, deps, person)).passwordlessPush) return false
  return (await deps.stores.approvers.listOfPerson(person.tenantId, person.userId)).length > 0
}

/**
 * Verify that a browser is the one that is remembered: it signed this visit's challenge by its key.
 *
 * @throws IdentityRefusal `browser_not_remembered`
 */
export async function verifyBrowser(
  deps: Pick<Deps, 'stores'>,
  ask: {
    readonly tenantId: string
    readonly browserId: string
    readonly flowId: string
    readonly signature: Uint8Array
  },
): Promise<ProvenBrowser> {
  const { tenantId, browserId, signature } = ask
  const browser = await deps.stores.rememberedBrowsers.find(tenantId, browserId)
  if (browser === undefined || !isSignedBy(browser.publicKey, browserChallenge(ask), signature)) {
    throw new IdentityRefusal('browser_not_remembered')
  }
  return { tenantId, browserId, userId: browser.userId }
}

/** What a remembered browser signs: who it says it is, and the visit, whose id was drawn by us for this browser. */
export function browserChallenge(visit: {
  readonly tenantId: string
  readonly browserId: string
  readonly flowId: string
}): Uint8Array {
  return toUtf8(['latchkey-browser', visit.tenantId, visit.browserId, visit.flowId].join('\n'))
}

/** Forget a browser of one's own. It asks for a password again, or for a passkey. @throws IdentityRefusal `session_ended`, `not_found` */
export async function forgetBrowser(
  deps: Deps,
  ask: { readonly session: Session; readonly browserId: string; readonly visitor: Visitor },
): Promise<void> {
  await deps.stores.atomically(async (tx) => {
    const { session } = await getLiveSession(tx, deps, ask.session)
    const { tenantId, userId } = session
    if (!(await tx.rememberedBrowsers.remove(tenantId, userId, ask.browserId))) {
      throw new IdentityRefusal('not_found', { detail: 'browser' })
    }
    await appendAudit(tx, deps, byThemselves(session, ask.visitor), {
      activity: 'browser_forgotten',
      target: { kind: 'browser', id: ask.browserId },
    })
  })
}
