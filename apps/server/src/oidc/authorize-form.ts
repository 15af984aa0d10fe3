import { ownParameters } from './authorization-ask.ts'
import { postResponseMode } from './tenant-provider.ts'

/**
 * Make an authorization request ready for the provider: say when it came in, and put what the library would drop or do
 * its own way into words of ours. What an app sends under those words does not count.
 */
export function prepareAuthorization(sent: URLSearchParams, beganAt: Date): URLSearchParams {
  const form = new URLSearchParams(sent)
  for (const name of Object.values(ownParameters)) form.delete(name)
  form.set(ownParameters.began, String(beganAt.getTime()))
  if (form.get('scope')?.split(' ').includes('offline_access')) form.set(ownParameters.offline, 'yes')
  if (form.get('response_mode') === 'form_post') form.set('response_mode', postResponseMode)
  const claims = withIdToken(form.get('claims'))
  if (claims !== undefined) form.set('claims', claims)
  return form
}

/** An authorization request as an app sent it, to be sent anew. */
export function toOriginalAuthorization(parameters: Readonly<Record<string, unknown>>): URLSearchParams {
  const own: readonly string[] = Object.values(ownParameters)
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === 'string' && !own.includes(name)) form.set(name, value)
  }
  if (form.get('response_mode') === postResponseMode) form.set('response_mode', 'form_post')
  return form
}

/** MSAL says what its access tokens must hold and nothing else; the library wants to hear about ID tokens, too. */
function withIdToken(claims: string | null): string | undefined {
  if (claims === null) return undefined
  try {
    const read: unknown = JSON.parse(claims)
    const lacksBoth =
      typeof read === 'object' &&
      read !== null &&
      'access_token' in read &&
      !('id_token' in read) &&
      !('userinfo' in read)
    return lacksBoth ? JSON.stringify({ ...read, id_token: {} }) : undefined
  } catch {
    // The provider says what is wrong with it.
    return undefined
  }
}
