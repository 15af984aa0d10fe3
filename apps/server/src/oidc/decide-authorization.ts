import {
  type App,
  findUsableMethods,
  mayRegister,
  mayUseApp,
  normaliseUserName,
  type Proof,
  type Session,
  type Tenant,
  type Visitor,
} from '@latchkey/identity'
import {
  type AccessDecision,
  nextMethods,
  proofsSince,
  satisfies,
  strongerOf,
  toAcr,
  toAmr,
  toMethodNames,
} from '@latchkey/policy'
import { decideVisit } from '../access/decide-visit.ts'
import type { SignedInVisitor } from '../http/session.ts'
import type { ServerDeps } from '../server-deps.ts'
import type { Requirement } from '../sign-in/flow.ts'
import type { AuthorizationAsk } from './authorization-ask.ts'
import { findMissingConsent } from './find-missing-consent.ts'
import { mayBeAnyProgram } from './redirect-uri.ts'
import { leastStrengthFor, toRequirement } from './requirement.ts'

/** What a person chose on the pages of an interaction, and when. */
export interface Choices {
  readonly accountAt?: Date | undefined
  readonly consentAt?: Date | undefined
}

/** What the answer to an authorization request rests on. */
export interface AuthorizationSituation {
  readonly tenant: Tenant
  readonly app: App
  readonly ask: AuthorizationAsk
  readonly choices: Choices
  readonly signedIn: SignedInVisitor | undefined
  /** Where the browser is. */
  readonly visitor: Visitor
}

/** What an ID token says about how somebody authenticated. */
export interface Authentication {
  readonly acr: string
  readonly amr: string[]
  /** Seconds since 1970. */
  readonly authTime: number
}

/** Why an app gets an error instead of a code. */
export interface AuthorizationRefusal {
  readonly kind: 'refuse'
  readonly error: 'access_denied' | 'unmet_authentication_requirements'
  /** The code of our catalogue, for the log. */
  readonly code: 'app_not_assigned' | 'stronger_sign_in_needed'
  readonly description: string
}

/** The answer to an authorization request, as things stand this moment. */
export type AuthorizationDecision =
  | {
      readonly kind: 'go'
      readonly signedIn: SignedInVisitor
      readonly authentication: Authentication
      /** What the rules said. */
      readonly access: AccessDecision
    }
  | { readonly kind: 'sign_in'; readonly require: Requirement; readonly loginHint?: string | undefined }
  | { readonly kind: 'choose_account'; readonly signedIn: SignedInVisitor }
  | {
      readonly kind: 'consent'
      readonly signedIn: SignedInVisitor
      readonly scopes: readonly string[]
      readonly by: 'person' | 'administrator'
    }
  | AuthorizationRefusal

/**
 * Decide an authorization request from our session: who is signed in, by what, and whether that is what is needed. Asked
 * at every authorize, when an interaction begins, and again when it ends; nothing is remembered in between but what the
 * person chose.
 */
export async function decideAuthorization(
  deps: ServerDeps,
  situation: AuthorizationSituation,
): Promise<AuthorizationDecision> {
  const { tenant, app, ask, choices, signedIn } = situation
  const require = toRequirement(deps, tenant, app, ask)
  if (ask.impossible) return unmet('nothing here is called what the request insists on')
  if (signedIn === undefined) return { kind: 'sign_in', require, loginHint: ask.loginHint }

  const { session, person } = signedIn
  if (require.userId !== undefined && require.userId !== person.userId) {
    return { kind: 'sign_in', require, loginHint: ask.loginHint }
  }
  const isNew = hasProofSince(session, ask.beganAt, deps.now())
  // A hint that names somebody else is obeyed once: whoever then signs in instead has been asked.
  if (!isNew && namesAnother(ask.loginHint, person.userName)) {
    return { kind: 'sign_in', require, loginHint: ask.loginHint }
  }
  if (ask.prompts.has('select_account') && !isNew && choices.accountAt === undefined) {
    return { kind: 'choose_account', signedIn }
  }

  const proofs = proofsSince(session.proofs, require.provenAfter, deps.now())
  if (!satisfies(proofs, require.strength, session.origin).allow) {
    if (await isOutOfReach(deps, situation, signedIn)) {
      return unmet('the person has nothing to sign in with that is strong enough')
    }
    return { kind: 'sign_in', require: { ...require, userId: person.userId } }
  }
  // What the rules want besides, the pages of sign-in ask for; where nothing helps, they say so.
  const access = await decideVisit(deps, {
    person,
    session,
    asked: require.asked,
    visitor: situation.visitor,
  })
  if (access.outcome !== 'allowed') {
    return { kind: 'sign_in', require: { ...require, userId: person.userId } }
  }
  const amr = toAmr(proofs)
  if (ask.amr !== undefined && !ask.freshMfa && !ask.amr.some((value) => amr.includes(value))) {
    return unmet('the sign-in was not made in any of the ways the request insists on')
  }

  const assigned = await mayUseApp(deps, app, person)
  if (!assigned.allowed) {
    return {
      kind: 'refuse',
      error: 'access_denied',
      code: 'app_not_assigned',
      description: 'the person is not assigned to this app',
    }
  }
  const anew = ask.prompts.has('consent') && choices.consentAt === undefined
  const missing = await findMissingConsent(deps, { app, person, scopes: ask.scopes, anew })
  if (missing.scopes.length > 0) return { kind: 'consent', signedIn, ...missing }
  // Somebody has to have done something for it, or a program could sit and wait for a session.
  const isAsked = isNew || choices.accountAt !== undefined || choices.consentAt !== undefined
  if (!isAsked && mayBeAnyProgram(deps.config.url, app.clientId, ask.redirectUri)) {
    return { kind: 'choose_account', signedIn }
  }
  return { kind: 'go', signedIn, authentication: describeAuthentication(session, proofs), access }
}

/** Say how somebody authenticated, from what was proven. */
export function describeAuthentication(
  session: Session,
  proofs: readonly Proof[] = session.proofs,
): Authentication {
  return {
    acr: toAcr(proofs, session.origin),
    amr: toAmr(proofs),
    authTime: Math.floor(newest(proofs).getTime() / 1000),
  }
}

/** Whether something was proven in a session since then. A proof from the future, of a clock that was wrong, is none. */
export function hasProofSince({ proofs }: Session, since: Date, now: Date): boolean {
  return proofsSince(proofs, since, now).length > 0
}

function newest(proofs: readonly Proof[]): Date {
  return new Date(Math.max(0, ...proofs.map(({ at }) => at.getTime())))
}

function namesAnother(loginHint: string | undefined, userName: string): boolean {
  if (loginHint?.includes('@') !== true) return false
  try {
    return normaliseUserName(loginHint) !== userName
  } catch {
    // Not a name at all, so nobody's.
    return false
  }
}

/**
 * Whether what the *app* asked for is beyond what the person has or may add. What the organisation wants of everybody is
 * not the app's concern: for that the sign-in pages say what to do.
 */
async function isOutOfReach(
  deps: ServerDeps,
  { tenant, app, ask }: AuthorizationSituation,
  { person, session }: SignedInVisitor,
): Promise<boolean> {
  if (ask.strength === undefined) return false
  const least = leastStrengthFor(tenant, app)
  if (strongerOf(least, ask.strength) === least) return false
  const methods = toMethodNames(await findUsableMethods(deps.stores, deps, person))
  if (nextMethods(methods, [], ask.strength).length > 0) return false
  return !(await mayRegister(deps, session)).allow
}

function unmet(description: string): AuthorizationRefusal {
  return {
    kind: 'refuse',
    error: 'unmet_authentication_requirements',
    code: 'stronger_sign_in_needed',
    description,
  }
}
