import type { App, Tenant } from '@latchkey/identity'
import { freshMfaSeconds, type StrengthName, strongerOf } from '@latchkey/policy'
import { type AskedTarget, appTarget, clientOf } from '../access/access-target.ts'
import type { ServerDeps } from '../server-deps.ts'
import type { Requirement } from '../sign-in/flow.ts'
import type { AuthorizationAsk } from './authorization-ask.ts'
import { findAppOfResource, findResource } from './scopes.ts'

/** The least strength that everybody needs for an app: what the organisation wants, and what the app was set to. */
export function leastStrengthFor(tenant: Tenant, app: App): StrengthName {
  return strongerOf(tenant.settings.leastStrength, app.leastStrength ?? 'singleFactor')
}

/**
 * What a session must be for a request: the strongest of what the organisation, the app's settings and the request want,
 * by proofs that are not older than the request allows.
 */
export function toRequirement(
  { config }: Pick<ServerDeps, 'config'>,
  tenant: Tenant,
  app: App,
  ask: AuthorizationAsk,
): Requirement & { readonly asked: AskedTarget } {
  const least = leastStrengthFor(tenant, app)
  return {
    strength: ask.strength === undefined ? least : strongerOf(least, ask.strength),
    provenAfter: provenAfter(ask),
    userId: ask.subject,
    asked: appTarget(app.clientId, {
      resource: findAppOfResource(findResource(ask.scopes, config.url) ?? ''),
      authenticationContexts: ask.authenticationContexts,
      client: clientOf(app.kind),
    }),
  }
}

function provenAfter({ prompts, maxAgeSeconds, freshMfa, beganAt }: AuthorizationAsk): Date | undefined {
  const began = beganAt.getTime()
  const bounds = [
    prompts.has('login') ? began : undefined,
    maxAgeSeconds === undefined ? undefined : began - maxAgeSeconds * 1000,
    freshMfa ? began - freshMfaSeconds * 1000 : undefined,
  ].filter((bound) => bound !== undefined)
  return bounds.length === 0 ? undefined : new Date(Math.max(...bounds))
}
