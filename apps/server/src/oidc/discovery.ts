import { acrOfStrength } from '@latchkey/policy'
import type { TenantSegment } from '../http/tenant.ts'
import { claimsOfScopes } from './claims.ts'
import { deviceGrant } from './client-metadata.ts'
import { routes } from './paths.ts'
import { openidScopes } from './scopes.ts'

/** What stands in the place of the tenant in the metadata of `common`, as in Entra's. */
const tenantPlaceholder = '{tenantid}'

/**
 * Write the metadata of a tenant's issuer, or of `common` and `organizations`, where the name that is typed decides.
 *
 * @param url where people reach us
 * @param segment what the path said for a tenant; endpoints keep `common`
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata
 */
export function writeDiscovery(url: URL, segment: TenantSegment, name: string): object {
  const tenant = segment.kind === 'tenant' ? segment.tenant.tenantId : name
  const issuer = segment.kind === 'tenant' ? segment.tenant.tenantId : tenantPlaceholder
  const at = (path: string) => `${url.origin}/${tenant}${path}`
  return {
    issuer: `${url.origin}/${issuer}/v2.0`,
    authorization_endpoint: at(routes.authorization),
    token_endpoint: at(routes.token),
    userinfo_endpoint: at(routes.userinfo),
    device_authorization_endpoint: at(routes.device_authorization),
    end_session_endpoint: at(routes.end_session),
    revocation_endpoint: at(routes.revocation),
    jwks_uri: at(routes.jwks),
    scopes_supported: openidScopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials', deviceGrant],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    code_challenge_methods_supported: ['S256'],
    acr_values_supported: Object.values(acrOfStrength),
    claims_supported: [
      ...new Set([...Object.values(claimsOfScopes).flat(), 'iss', 'aud', 'exp', 'iat', 'sid', 'nonce']),
    ],
    claims_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
    authorization_response_iss_parameter_supported: segment.kind === 'tenant',
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
  }
}

/**
 * Write what MSAL asks for first: that this host is an instance of its own, known by this name alone.
 */
export function writeInstanceDiscovery(url: URL): object {
  return {
    tenant_discovery_endpoint: `${url.origin}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: url.host, preferred_cache: url.host, aliases: [url.host] }],
  }
}
