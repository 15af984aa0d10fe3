import { ApiProblem, type Client } from '@latchkey/api'
import type { PhoneAccount } from './open-phone.ts'

/** Leave for the pages of sign-in, which lead back to `to`. @param account nobody else will do */
export async function signIn(
  site: Client,
  to: string,
  account?: PhoneAccount,
  userName?: string,
): Promise<void> {
  const { tenantId, userId, userName: known } = account?.kept.account ?? {}
  const { navigate } = await site.send<{ navigate: string }>('POST', '/authenticator/sign-in', {
    body: { to: `/authenticator${to}`, tenantId, userId, userName: known ?? userName },
  })
  location.assign(navigate)
}

/** Who is signed in on our pages in this browser: `GET /authenticator/api/here`. */
export interface SomebodyHere {
  readonly tenantId: string
  readonly userId: string
  readonly userName: string
  readonly displayName: string
  readonly organisation: string
}

/** Whether whoever is signed in is the one of an account. */
export function isSame(here: SomebodyHere | undefined, { kept }: PhoneAccount): boolean {
  return here?.tenantId === kept.account.tenantId && here.userId === kept.account.userId
}

/** Whether a refusal means that somebody has to sign in first, or better. */
export function needsSignIn(problem: unknown): boolean {
  if (!(problem instanceof ApiProblem)) return false
  return problem.code === 'session_ended' || problem.code === 'stronger_sign_in_needed'
}
