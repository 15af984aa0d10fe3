import { decideApprovals, type RememberedBrowser, type Session } from '@latchkey/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { browserCookie, readCookie, setCookie } from '../http/cookies.ts'
import type { ServerDeps } from '../server-deps.ts'
import type { Step } from './step.ts'

/** How long a browser says which one it is: 400 days, the longest a browser keeps a cookie. */
const rememberMilliseconds = 400 * 24 * 60 * 60 * 1000

/**
 * Find which remembered browser this one says it is, for the name that is being signed in, if its person may approve
 * without a password. A cookie is a hint and proves nothing: the key does.
 */
export async function findRememberedBrowser({
  deps,
  request,
  flow,
}: Pick<Step, 'deps' | 'request' | 'flow'>): Promise<RememberedBrowser | undefined> {
  const { tenantId, userName } = flow
  if (tenantId === undefined) return undefined
  const browserId = readCookie(deps.config, request, browserCookie(tenantId))
  if (browserId === undefined) return undefined
  const browser = await deps.stores.rememberedBrowsers.find(tenantId, browserId)
  const person = browser && (await deps.stores.people.find(tenantId, browser.userId))
  if (browser === undefined || person?.enabled !== true) return undefined
  if (userName !== undefined && userName.toLowerCase() !== person.userName) return undefined
  const may = await decideApprovals(deps.stores, deps, person)
  if (!may.passwordlessPush) return undefined
  const held = await deps.stores.approvers.listOfPerson(tenantId, person.userId)
  return held.length > 0 ? browser : undefined
}

/** Have a browser say which one it is from now on. */
export function setBrowserCookie(
  deps: ServerDeps,
  reply: FastifyReply,
  { tenantId, browserId }: Pick<RememberedBrowser, 'tenantId' | 'browserId'>,
): void {
  setCookie(deps.config, reply, {
    name: browserCookie(tenantId),
    value: browserId,
    expiresAt: new Date(deps.now().getTime() + rememberMilliseconds),
  })
}

/** Whether this browser is one that its person already let be remembered. */
export async function isRemembered(
  deps: ServerDeps,
  request: FastifyRequest,
  { tenantId, userId }: Session,
): Promise<boolean> {
  const browserId = readCookie(deps.config, request, browserCookie(tenantId))
  if (browserId === undefined) return false
  return (await deps.stores.rememberedBrowsers.find(tenantId, browserId))?.userId === userId
}
