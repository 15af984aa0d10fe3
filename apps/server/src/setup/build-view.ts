import type { OpenPolicy, Visitor } from '@latchkey/guidance'
import { planGuide } from '@latchkey/guidance/guide'
import type { Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import type { SetupAsk } from './setup-ask.ts'
import type { GuideSaid, SetupView } from './setup-view.ts'

/** Whose guide, for what in their hands, under which policy. */
export interface ViewFacts {
  readonly tenant: Tenant
  readonly visitor: Visitor
  readonly policy: OpenPolicy
}

/** Put together what a page of the guide is made of. */
export async function buildView(
  deps: Pick<ServerDeps, 'stores' | 'config'>,
  { tenant, visitor, policy }: ViewFacts,
  said: GuideSaid,
  ask: SetupAsk,
): Promise<SetupView> {
  const changed = await deps.stores.guideOverrides.listOfLanguage(tenant.tenantId, said.guide.language)
  const { account, way, phone, situation } = ask
  const requestsOpen = tenant.settings.passRequests.open
  return {
    ...said,
    ask,
    tenant,
    plan: planGuide({ visitor, policy, account, way, phone, situation, requestsOpen }),
    version: visitor.version,
    overrides: new Map(changed.map((override) => [override.step, override])),
    url: deps.config.url,
  }
}
