import { planGuide } from '@latchkey/guidance/guide'
import type { Tenant } from '@latchkey/identity'
import { chooseLanguage } from '@latchkey/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerDeps } from '../server-deps.ts'
import { buildView } from './build-view.ts'
import { findNewerThanReviewed, type NewerThanReviewed } from './newer-than-reviewed.ts'
import type { SetupAsk } from './setup-ask.ts'
import { showFindPage, showGuidePage } from './setup-page.ts'
import { loadGuideSaid } from './setup-view.ts'
import { toSetupVisitor } from './setup-visitor.ts'
import { readStrangerPolicy } from './stranger-policy.ts'

/** Answer who asks for the guide. */
export async function answerSetup(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: SetupAsk,
): Promise<FastifyReply> {
  const language = chooseLanguage(request.headers['accept-language'], asked.language)
  const said = await loadGuideSaid(language)
  const tenant = await findOrganisation(deps, asked)
  if (tenant === undefined) return await showFindPage(reply, said, asked)
  const visitor = toSetupVisitor(request.visitor, asked)
  const policy = await readStrangerPolicy(deps, tenant)
  return await showGuidePage(reply, await buildView(deps, { tenant, visitor, policy }, said, asked))
}

/** Whether the steps would be others, now that the page's script found something out. */
export async function wouldDiffer(
  deps: ServerDeps,
  { visitor }: FastifyRequest,
  ask: SetupAsk,
): Promise<boolean> {
  const tenant = await findOrganisation(deps, ask)
  if (tenant === undefined) return false
  const policy = await readStrangerPolicy(deps, tenant)
  const { found: _, ...before } = ask
  const [shown, refined] = [before, ask].map((each) =>
    JSON.stringify(planGuide({ ...each, policy, visitor: toSetupVisitor(visitor, each) })),
  )
  return shown !== refined
}

/** Find the organisation of a guide that was opened, and whether the visitor's system is new to it. */
export async function findOpened(
  deps: ServerDeps,
  { visitor }: FastifyRequest,
  ask: SetupAsk,
): Promise<{ readonly tenantId: string; readonly newer: NewerThanReviewed | undefined } | undefined> {
  const tenant = await findOrganisation(deps, ask)
  if (tenant === undefined) return undefined
  const policy = await readStrangerPolicy(deps, tenant)
  // What is in their hands, not what they had a look at.
  const seen = toSetupVisitor(visitor, { found: ask.found })
  return {
    tenantId: tenant.tenantId,
    newer: findNewerThanReviewed(planGuide({ ...ask, way: undefined, policy, visitor: seen }), seen),
  }
}

async function findOrganisation(
  { stores }: ServerDeps,
  { domain }: Pick<SetupAsk, 'domain'>,
): Promise<Tenant | undefined> {
  return domain === undefined ? undefined : await stores.tenants.findByDomain(domain)
}
