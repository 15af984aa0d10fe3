import { type App, authenticatorAppId } from '@latchkey/identity'
import type { ClientMetadata } from 'oidc-provider'

/** The grant type of the device flow, by its full name. */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

/** The library wants a secret to be there. Nothing is ever compared with this; and nobody could guess it. */
function placeholderFor({ secrets }: App): string {
  return secrets.map(({ hash }) => Buffer.from(hash).toString('hex')).join('') || 'none'
}

/** Describe an app as the provider wants it. Its secrets are not in it: `isAppSecret` compares them. */
export function toClientMetadata(app: App): ClientMetadata {
  const isPublic = app.kind === 'spa' || app.kind === 'native'
  const signsPeopleIn = app.kind !== 'daemon' && app.redirectUris.length > 0
  const usesDeviceCodes = app.deviceCodeAllowed && app.kind !== 'daemon'
  // Nobody is asked whether it may have its token: whatever listens on this machine would keep one for good.
  const refreshes = (signsPeopleIn || usesDeviceCodes) && app.clientId !== authenticatorAppId
  return {
    client_id: app.clientId,
    client_name: app.displayName,
    application_type: app.kind === 'native' ? 'native' : 'web',
    redirect_uris: app.kind === 'daemon' ? [] : [...app.redirectUris],
    post_logout_redirect_uris: [...app.postLogoutRedirectUris],
    response_types: signsPeopleIn ? ['code'] : [],
    grant_types: [
      ...(signsPeopleIn ? ['authorization_code'] : []),
      ...(refreshes ? ['refresh_token'] : []),
      ...(usesDeviceCodes ? [deviceGrant] : []),
      ...(isPublic ? [] : ['client_credentials']),
    ],
    token_endpoint_auth_method: isPublic ? 'none' : 'client_secret_basic',
    ...(!isPublic && { client_secret: placeholderFor(app) }),
    id_token_signed_response_alg: app.signingAlgorithm,
    ...(app.initiateLoginUri !== undefined && { initiate_login_uri: app.initiateLoginUri }),
  }
}
