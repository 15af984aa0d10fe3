/** The provider's routes below `/{tenant}`. */
export const routes = {
  authorization: '/oauth2/v2.0/authorize',
  token: '/oauth2/v2.0/token',
  device_authorization: '/oauth2/v2.0/devicecode',
  end_session: '/oauth2/v2.0/logout',
  revocation: '/oauth2/v2.0/revoke',
  jwks: '/discovery/v2.0/keys',
  userinfo: '/oidc/userinfo',
  /** Ours; the provider only needs a name for it. */
  code_verification: '/oauth2/deviceauth',
} as const

/** Where the tenants' issuers are: always by their id, whatever the request said. */
export function issuerOf(url: URL, tenantId: string): string {
  return new URL(`/${tenantId}/v2.0`, url).href
}

/** The page of an interaction: where it begins, and where sign-in comes back to. */
export function interactionPath(tenantId: string, uid: string): string {
  return `/${tenantId}/oauth2/interaction/${uid}`
}

/** Where somebody types the code that a device shows. */
export const devicePath = '/device'

/** The page on which a device's code is confirmed. */
export function deviceConfirmPath(tenantId: string, userCode: string): string {
  return `/${tenantId}${routes.code_verification}?user_code=${encodeURIComponent(userCode)}`
}
