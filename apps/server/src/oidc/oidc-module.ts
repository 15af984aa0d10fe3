import type * as oidcProvider from 'oidc-provider'

/** The library. Loaded when the first app comes along: it is half of what the server would weigh without anybody. */
export type OidcModule = typeof oidcProvider

export type Provider = oidcProvider.Provider

/** What the library hands to our hooks. */
export type ProviderContext = oidcProvider.KoaContextWithOIDC

/** What it throws when it refuses. */
export type ProviderError = InstanceType<OidcModule['errors']['OIDCProviderError']>
