import { z } from 'zod'
import { deviceGrant } from '../oidc/client-metadata.ts'
import { routes } from '../oidc/paths.ts'
import { Navigate, type Operation, YesOrNo } from './operation.ts'

const tag = 'openid-connect'
const form = 'application/x-www-form-urlencoded'

const Discovery = z.looseObject({ issuer: z.string(), authorization_endpoint: z.url(), jwks_uri: z.url() })
/** Here, or in `Authorization`. */
const ClientCredentials = { client_id: z.string().optional(), client_secret: z.string().optional() }
const AccessToken = { access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() }

const TokenRequest = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    ...ClientCredentials,
    code: z.string(),
    redirect_uri: z.url(),
    code_verifier: z.string(),
  }),
  z.object({ grant_type: z.literal('refresh_token'), ...ClientCredentials, refresh_token: z.string() }),
  z.object({ grant_type: z.literal('client_credentials'), ...ClientCredentials, scope: z.string() }),
  z.object({ grant_type: z.literal(deviceGrant), ...ClientCredentials, device_code: z.string() }),
])

const Tokens = z.object({
  ...AccessToken,
  scope: z.string().optional(),
  id_token: z.string().optional(),
  refresh_token: z.string().optional(),
})

const DeviceCode = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.url(),
  expires_in: z.int(),
  interval: z.int(),
  message: z.string(),
})

const UserInfo = z.looseObject({ sub: z.string() })

/** What apps ask, and what the pages of consent post. */
export const oidcOperations: readonly Operation[] = [
  ...['/:tenant/v2.0/.well-known/openid-configuration', '/:tenant/.well-known/openid-configuration'].map(
    (path) => read(path, 'Read the metadata of an issuer.', Discovery),
  ),
  read(
    `/:tenant${routes.jwks}`,
    'Read the keys that tokens are signed with.',
    z.object({ keys: z.array(z.looseObject({ kid: z.string() })) }),
  ),
  read('/common/discovery/instance', 'Read what MSAL asks first.', z.looseObject({})),
  call(routes.token, 'Get tokens.', TokenRequest, Tokens),
  call(
    routes.device_authorization,
    'Begin to sign in on a device without a browser.',
    z.object({ ...ClientCredentials, scope: z.string() }),
    DeviceCode,
  ),
  call(routes.revocation, 'Give a token up.', z.object({ ...ClientCredentials, token: z.string() })),
  ...(['get', 'post'] as const).map(
    (method): Operation => ({
      method,
      path: `/:tenant${routes.userinfo}`,
      tag,
      summary: 'Read what the scopes tell of the person.',
      by: 'token',
      answer: UserInfo,
    }),
  ),
  ...[routes.token, routes.device_authorization, routes.revocation, routes.userinfo].map(
    (path): Operation => ({
      method: 'options',
      path: `/:tenant${path}`,
      tag,
      summary: 'Let a page of another site ask.',
      by: 'nobody',
      status: 204,
    }),
  ),
  answered('/oauth2/interaction/:uid/account', 'Go on as this person, or as another.'),
  answered('/oauth2/interaction/:uid/consent', 'Agree to what an app wants, or do not.'),
  answered(routes.code_verification, 'Sign in the device whose code was typed, or do not.'),
  answered(`${routes.end_session}/confirm`, 'Sign out as an app asked, or do not.'),
  answered('/v2.0/adminconsent', 'Agree for everybody in the organisation, or do not.'),
]

function read(path: string, summary: string, answer: z.ZodType): Operation {
  return { method: 'get', path, tag, summary, by: 'nobody', answer }
}

function call(path: string, summary: string, body: z.ZodType, answer?: z.ZodType): Operation {
  const asked = { method: 'post', path: `/:tenant${path}`, tag, summary, by: 'app', body } as const
  return { ...asked, bodyType: form, ...(answer && { answer }) }
}

function answered(path: string, summary: string): Operation {
  const asked = { method: 'post', path: `/:tenant${path}`, tag, summary, by: 'session' } as const
  return { ...asked, body: YesOrNo, answer: Navigate }
}
