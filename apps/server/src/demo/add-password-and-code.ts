import {
  beginTotp,
  endSession,
  finishTotp,
  issuePass,
  newId,
  type Person,
  redeemPass,
} from '@latchkey/identity'
import { setPassword } from '@latchkey/identity/administer'
import type { ServerDeps } from '../server-deps.ts'
import { currentCode } from './current-code.ts'
import type { DemoSecrets } from './demo-secrets.ts'

/**
 * Give somebody a password and one-time codes, the way they would do it themselves: sign in with a pass, add the codes,
 * sign out.
 */
export async function addPasswordAndCode(
  deps: ServerDeps,
  { tenantId, userId, userName }: Person,
): Promise<NonNullable<DemoSecrets['passwordAndCode']>> {
  const actor = { kind: 'system' as const }
  const visitor = {
    correlationId: newId(deps),
    ipAddress: '127.0.0.1',
    userAgent: 'Latchkey demo',
    visitHash: deps.random(32),
  }
  const password = Buffer.from(deps.random(15)).toString('base64url')
  await setPassword(deps, { tenantId, userId, password, actor })
  for (const { totpId } of await deps.stores.totps.listOfPerson(tenantId, userId)) {
    await deps.stores.totps.remove(tenantId, userId, totpId)
  }
  const { pass } = await issuePass(deps, { tenantId, userId, once: true, actor })
  const binding = { purpose: 'sign-in' as const, context: '' }
  const { session } = await redeemPass(deps, { tenantId, userName, pass, visitor, binding })
  const { secret, sealed } = await beginTotp(deps, session)
  const code = currentCode(secret, deps.now())
  await finishTotp(deps, { session, sealed, code, name: 'Demo codes', visitor })
  await endSession(deps, { tenantId, sessionId: session.sessionId, because: 'signed_out', visitor })
  return { password, totpSecret: secret }
}
