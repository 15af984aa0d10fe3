import { isUuid, type Tenant } from '@latchkey/identity'
import { type HelpDevice, helpDevices } from '@latchkey/words/help'
import type { FastifyRequest } from 'fastify'
import { readLastTenant } from '../http/session.ts'
import { findTenantBySegment } from '../http/tenant.ts'
import type { ServerDeps } from '../server-deps.ts'
import { readQuery } from '../sign-in/step.ts'

/** What somebody asks of help with messages. */
export interface HelpVisit {
  /** Whose colours and help desk: of the domain in the address, or the one this browser used last. */
  readonly tenant: Tenant | undefined
  /** As it was typed; it goes along to the next page. */
  readonly domain: string | undefined
  readonly text: string
  readonly device: HelpDevice | undefined
  /** What the page of the problem called its reference; it may have been typed into the search. Empty if it is none. */
  readonly reference: string | undefined
}

/** Longer messages are cut. */
const longestText = 600

/** Read the address. What makes no sense in it is passed over. */
export async function readHelpVisit(deps: ServerDeps, request: FastifyRequest): Promise<HelpVisit> {
  const domain = readQuery(request, 'domain')?.slice(0, 253)
  const text = (readQuery(request, 'q') ?? '').trim().slice(0, longestText)
  const asked = readQuery(request, 'device')
  const correlation = readQuery(request, 'correlation')?.trim().slice(0, 64)
  return {
    tenant: await findTenant(deps, request, domain),
    domain,
    text,
    device: helpDevices.find((device) => device === asked),
    reference:
      correlation === undefined ? (isUuid(text) ? text : undefined) : isUuid(correlation) ? correlation : '',
  }
}

async function findTenant(
  deps: ServerDeps,
  request: FastifyRequest,
  domain: string | undefined,
): Promise<Tenant | undefined> {
  if (domain === undefined) {
    const last = readLastTenant(deps, request)
    return last === undefined ? undefined : await deps.stores.tenants.find(last)
  }
  const found = await findTenantBySegment(deps, domain)
  return found?.kind === 'tenant' ? found.tenant : undefined
}
