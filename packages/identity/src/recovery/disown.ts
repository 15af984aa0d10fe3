import { mayChangeMethods } from '@latchkey/policy'
import { type Attribution, byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps, Visitor } from '../deps.ts'
import { newSecret } from '../ids/secret.ts'
import { mailAdministrators } from '../outbox/mail-administrators.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import type { Person } from '../people/person.ts'
import { rolesThatMay } from '../people/role-table.ts'
import { endAllInUnit, endSessionsOfPass } from '../sessions/end-session.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import { type DisownedThing, getDisownedThing } from './disowned-thing.ts'
import { type MethodFate, takeMethodAway } from './take-method-away.ts'

/** What somebody says was not them. */
export interface DisownAsk {
  readonly session: Session
  /** A record of the sign-in log, or of the audit log. */
  readonly what: { readonly kind: 'signIn' | 'change'; readonly id: string }
  readonly visitor: Visitor
}

/** What was done about it. */
export interface Disowned {
  readonly sessionsEnded: number
  /** True if the very session they were in came from what was not them. */
  readonly signedOut: boolean
  readonly passRemoved: boolean
  readonly method: MethodFate
  /** True if a password was used, or changed: only its owner can make a new one. */
  readonly passwordKnown: boolean
}

/**
 * *This wasn't me*: end the person's other sessions, remove a pass that is open and the method that was used, tell the
 * help desk, write it down. One unit of work, so that none of it happens without the rest; said twice, it does only what
 * is still to be done, and tells nobody again.
 *
 * What takes power away from whoever else is in the account needs no fresh proof. Removing a method does: a stolen session
 * could remove its owner's key by it. Then everything else is done, and `method` is `needsProof`; who has proven
 * themselves says it again. The method of this very session stays.
 *
 * @throws IdentityRefusal `session_ended`; `not_found` if the record is nobody's of theirs
 */
export async function disown(deps: Deps, ask: DisownAsk): Promise<Disowned> {
  const newStamp = newSecret(deps)
  return deps.stores.atomically(async (tx) => {
    const { session, person } = await getLiveSession(tx, deps, ask.session)
    const thing = await getDisownedThing(tx, session, ask.what)
    const by = byThemselves(session, ask.visitor)
    const { tenantId, userId } = person
    const said = { tenantId, userId, recordId: ask.what.id, at: deps.now() }
    const isFirst = await tx.disowned.insert(said)

    const signedOut = thing.sessionId === session.sessionId
    const ended = thing.happened
      ? await endOthers(tx, deps, { session, signedOut, newStamp })
      : { sessionsEnded: 0, passRemoved: false }
    const fresh = mayChangeMethods({ ...session, now: deps.now() }).allow
    const method = await takeMethodAway(tx, deps, {
      by,
      session,
      person,
      visitor: ask.visitor,
      thing,
      proof: fresh ? 'fresh' : 'old',
    })
    const done = { ...ended, signedOut, method, passwordKnown: thing.password }

    if (isFirst || method === 'removed') await tell(tx, deps, by, { person, thing, ask, done })
    return done
  })
}

async function endOthers(
  tx: Shelves,
  deps: Deps,
  {
    session,
    signedOut,
    newStamp,
  }: { readonly session: Session; readonly signedOut: boolean; readonly newStamp: string },
): Promise<{ readonly sessionsEnded: number; readonly passRemoved: boolean }> {
  const { tenantId, userId, sessionId } = session
  const except = signedOut ? undefined : sessionId
  const sessionsEnded = await endAllInUnit(tx, deps, { tenantId, userId, because: 'disowned', except })
  if (signedOut) await tx.people.putSecurityStamp(tenantId, userId, newStamp)
  const pass = await tx.passes.find(tenantId, userId)
  // The pass they are here by is theirs; without it they would be out again.
  if (pass === undefined || (pass.passId === session.passId && !signedOut)) {
    return { sessionsEnded, passRemoved: false }
  }
  await tx.passes.remove(tenantId, userId)
  await endSessionsOfPass(tx, deps, tenantId, pass.passId)
  return { sessionsEnded, passRemoved: true }
}

async function tell(
  tx: Shelves,
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  {
    person,
    thing,
    ask,
    done,
  }: {
    readonly person: Person
    readonly thing: DisownedThing
    readonly ask: DisownAsk
    readonly done: Disowned
  },
): Promise<void> {
  const { tenantId, userId } = person
  await appendAudit(tx, deps, by, {
    activity: ask.what.kind === 'signIn' ? 'sign_in_disowned' : 'change_disowned',
    target: { kind: 'person', id: userId, name: person.userName },
    detail: {
      recordId: ask.what.id,
      sessions: done.sessionsEnded,
      passRemoved: done.passRemoved,
      method: done.method,
    },
  })
  await mailPerson(tx, deps, { person, template: 'sign_in_disowned', values: fromVisitor(ask.visitor) })
  // A list of failed tries, each said not to be oneself, is one piece of news.
  const { attempts } = await tx.throttle.take(tenantId, `disowned ${userId}`, deps.now(), 3600)
  if (attempts > 1 && !thing.happened) return
  await mailAdministrators(tx, deps, {
    tenantId,
    roles: rolesThatMay('issue a pass'),
    template: 'sign_in_disowned_by',
    values: {
      name: person.displayName,
      time: thing.at.toISOString(),
      ...(thing.ipAddress !== undefined && { ipAddress: thing.ipAddress }),
      ...(thing.userAgent !== undefined && { device: thing.userAgent }),
      path: `/admin/people/${userId}`,
    },
  })
}
