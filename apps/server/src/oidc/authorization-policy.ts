import { IdentityRefusal, noteApp, recordSignIn } from '@latchkey/identity'
import { type AccessDecision, decideStrength } from '@latchkey/policy'
import type { Grant, InteractionResults } from 'oidc-provider'
import { z } from 'zod'
import { toSignInDecision } from '../access/to-sign-in-decision.ts'
import type { SignedInVisitor } from '../http/session.ts'
import type { ServerDeps } from '../server-deps.ts'
import { readAuthorizationAsk } from './authorization-ask.ts'
import {
  type AuthorizationDecision,
  type AuthorizationRefusal,
  type Choices,
  decideAuthorization,
} from './decide-authorization.ts'
import { getExchange } from './exchange.ts'
import { findApp } from './find-app.ts'
import type { OidcModule, ProviderContext } from './oidc-module.ts'
import { findResource, openidScopes } from './scopes.ts'
import { findSignedIn } from './session-view.ts'

/** Hooks of the provider that make our decision its own. */
export interface AuthorizationPolicy {
  readonly prompts: InstanceType<OidcModule['interactionPolicy']['Prompt']>[]
  /** The grant of an authorization: made when the answer is yes, one for each, so that each family ends alone. */
  readonly loadGrant: (context: ProviderContext) => Promise<Grant | undefined>
}

/**
 * Answer authorization requests. The provider has checked the app, the redirect address, PKCE and the parameters; from
 * there on `decideAuthorization` says what happens, once per request, and the provider's prompts only repeat it.
 */
export function openAuthorizationPolicy(deps: ServerDeps, oidc: OidcModule): AuthorizationPolicy {
  const decide = (context: ProviderContext) => decideOnce(deps, context)
  const prompt = (name: 'login' | 'select_account' | 'consent', error: string, kind: string) => {
    const { Prompt, Check } = oidc.interactionPolicy
    const made = new Prompt(
      { name, requestable: true },
      new Check(kind, `the person must be asked (${kind})`, error, async (context) => {
        const decision = await decide(context)
        if (decision.kind === 'refuse') await refuse(deps, oidc, context, decision)
        return decision.kind === kind
      }),
    )
    // The library's own question, whether `prompt` was obeyed: ours knows by the proofs.
    made.checks.remove(`${name}_prompt`)
    return made
  }

  return {
    prompts: [
      prompt('login', 'login_required', 'sign_in'),
      prompt('select_account', 'account_selection_required', 'choose_account'),
      prompt('consent', 'consent_required', 'consent'),
    ],
    async loadGrant(context) {
      const decision = await decide(context)
      if (decision.kind !== 'go') return undefined
      try {
        return await makeGrant(deps, context, decision)
      } catch (refusal) {
        // It ended between two lines.
        if (isSessionEnded(refusal)) throw new oidc.errors.LoginRequired('the session has just ended')
        throw refusal
      }
    },
  }
}

/** What people chose on our pages, as the provider keeps it for the end of the interaction. */
const Chosen = z
  .object({
    select_account: z.object({ at: z.coerce.date() }).optional(),
    consent: z.object({ at: z.coerce.date() }).optional(),
  })
  .catch({})

/** Read what was chosen, now or in an earlier round of the same request. */
export function readChoices(result: InteractionResults | undefined): Choices {
  const { select_account: account, consent } = Chosen.parse(result ?? {})
  return { accountAt: account?.at, consentAt: consent?.at }
}

function isSessionEnded(refusal: unknown): boolean {
  return refusal instanceof IdentityRefusal && refusal.code === 'session_ended'
}

function decideOnce(deps: ServerDeps, context: ProviderContext): Promise<AuthorizationDecision> {
  const exchange = getExchange(context)
  exchange.decision ??= decideNow(deps, context)
  return exchange.decision
}

async function decideNow(deps: ServerDeps, context: ProviderContext): Promise<AuthorizationDecision> {
  const exchange = getExchange(context)
  const { client, params, entities, result } = context.oidc
  const app = await findApp(deps, exchange, client?.clientId)
  if (app === undefined) throw new Error('the provider let an unknown app through')
  return await decideAuthorization(deps, {
    tenant: exchange.tenant,
    app,
    ask: readAuthorizationAsk(params),
    choices: readChoices(result ?? entities.Interaction?.lastSubmission),
    signedIn: await findSignedIn(deps, exchange),
    visitor: exchange.request.visitor,
  })
}

async function makeGrant(
  deps: ServerDeps,
  context: ProviderContext,
  { signedIn, authentication, access }: Extract<AuthorizationDecision, { kind: 'go' }>,
): Promise<Grant> {
  const { oidc } = context
  const { client, session } = oidc
  if (client === undefined || session === undefined) throw new Error('nobody asked for a grant')
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: signedIn.person.userId })
  const scopes = [...oidc.requestParamScopes]
  grant.addOIDCScope(scopes.filter((scope) => openidScopes.some((known) => known === scope)))
  const resource = findResource(scopes, deps.config.url)
  if (resource !== undefined) grant.addResourceScope(resource, scopes)
  // Before the code exists: an app that might get tokens is told when the session ends.
  await noteApp(deps, signedIn.session, client.clientId)
  await Promise.all([grant.save(), recordSuccess(deps, context, signedIn, access)])

  const { acr, amr, authTime } = authentication
  session.loginAccount({ accountId: signedIn.person.userId, acr, amr, loginTs: authTime })
  session.sidFor(client.clientId, signedIn.session.sessionId)
  return grant
}

async function recordSuccess(
  deps: ServerDeps,
  context: ProviderContext,
  { person, session }: SignedInVisitor,
  access: AccessDecision,
): Promise<void> {
  await recordSignIn(deps, {
    tenantId: person.tenantId,
    outcome: 'success',
    code: '',
    userId: person.userId,
    userName: person.userName,
    sessionId: session.sessionId,
    clientId: context.oidc.client?.clientId ?? '',
    strength: decideStrength(session.proofs, session.origin),
    decision: toSignInDecision(access, session),
    visitor: getExchange(context).request.visitor,
  })
}

async function refuse(
  deps: ServerDeps,
  { errors }: OidcModule,
  context: ProviderContext,
  { error, code, description }: AuthorizationRefusal,
): Promise<never> {
  const exchange = getExchange(context)
  const signedIn = await findSignedIn(deps, exchange)
  // Of nobody nothing is kept: else anybody could fill the log by asking for what no one can have.
  if (signedIn !== undefined) {
    await recordSignIn(deps, {
      tenantId: exchange.tenant.tenantId,
      outcome: 'failure',
      code,
      detail: description,
      clientId: context.oidc.client?.clientId ?? '',
      userId: signedIn.person.userId,
      userName: signedIn.person.userName,
      sessionId: signedIn.session.sessionId,
      visitor: exchange.request.visitor,
    })
  }
  if (error === 'access_denied') throw new errors.AccessDenied(description)
  throw new errors.UnmetAuthenticationRequirements(description)
}
