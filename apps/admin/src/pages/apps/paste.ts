import type { App } from './app.ts'

/** Settings of an app for one library, to be pasted. */
export interface Paste {
  /** A name: the same in every language. */
  readonly library: string
  readonly text: string
}

interface Told {
  readonly app: App
  /** As it is, or what stands for it. */
  readonly secret: string
}

/** Write the settings for the libraries that an app of this kind uses. */
export function listPastes(told: Told): readonly Paste[] {
  switch (told.app.kind) {
    case 'web':
      return [
        openidClient(told),
        nextAuth(told),
        springSecurity(told),
        aspNetCore(told),
        oauth2Proxy(told),
        msalNode(told),
      ]
    case 'spa':
      return [msalBrowser(told), oidcClientTs(told)]
    case 'native':
      return [msalNode(told), openidClient(told), appAuth(told)]
    case 'daemon':
      return [clientCredentials(told), msalNode(told)]
  }
}

function openidClient({ app, secret }: Told): Paste {
  const { endpoints, id, kind, redirectUris } = app
  const authentication = kind === 'native' ? 'undefined, client.None()' : `'${secret}'`
  return {
    library: 'openid-client',
    text: `import * as client from 'openid-client'

const config = await client.discovery(
  new URL('${endpoints.issuer}'),
  '${id}',
  ${authentication},
)

const code_verifier = client.randomPKCECodeVerifier()
const url = client.buildAuthorizationUrl(config, {
  redirect_uri: '${redirectUris[0] ?? ''}',
  scope: 'openid profile email',
  code_challenge: await client.calculatePKCECodeChallenge(code_verifier),
  code_challenge_method: 'S256',
})`,
  }
}

function nextAuth({ app: { id, endpoints }, secret }: Told): Paste {
  return {
    library: 'Auth.js (next-auth)',
    text: `providers: [
  {
    id: 'latchkey',
    name: 'Latchkey',
    type: 'oidc',
    issuer: '${endpoints.issuer}',
    clientId: '${id}',
    clientSecret: '${secret}',
    checks: ['pkce', 'state'],
  },
]`,
  }
}

function springSecurity({ app: { id, endpoints, redirectUris }, secret }: Told): Paste {
  return {
    library: 'Spring Security',
    text: `spring:
  security:
    oauth2:
      client:
        registration:
          latchkey:
            client-id: ${id}
            client-secret: ${secret}
            scope: openid,profile,email
            redirect-uri: "${redirectUris[0] ?? '{baseUrl}/login/oauth2/code/{registrationId}'}"
        provider:
          latchkey:
            issuer-uri: ${endpoints.issuer}`,
  }
}

function aspNetCore({ app: { id, endpoints, redirectUris }, secret }: Told): Paste {
  const path = redirectUris[0] === undefined ? '/signin-oidc' : new URL(redirectUris[0]).pathname
  return {
    library: 'ASP.NET Core',
    text: `builder.Services
  .AddAuthentication(options =>
  {
    options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
    options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
  })
  .AddCookie()
  .AddOpenIdConnect(options =>
  {
    options.Authority = "${endpoints.issuer}";
    options.ClientId = "${id}";
    options.ClientSecret = "${secret}";
    options.ResponseType = "code";
    options.UsePkce = true;
    options.CallbackPath = "${path}";
    options.Scope.Add("email");
  });`,
  }
}

function oauth2Proxy({ app: { id, endpoints, redirectUris }, secret }: Told): Paste {
  return {
    library: 'oauth2-proxy',
    text: `provider = "oidc"
oidc_issuer_url = "${endpoints.issuer}"
client_id = "${id}"
client_secret = "${secret}"
redirect_url = "${redirectUris[0] ?? ''}"
code_challenge_method = "S256"
scope = "openid profile email"
email_domains = ["*"]`,
  }
}

function msalNode({ app: { id, kind, endpoints }, secret }: Told): Paste {
  const name = kind === 'native' ? 'PublicClientApplication' : 'ConfidentialClientApplication'
  const secretLine = kind === 'native' ? '' : `\n    clientSecret: '${secret}',`
  return {
    library: 'MSAL Node',
    text: `import { ${name} } from '@azure/msal-node'

const msal = new ${name}({
  auth: {
    clientId: '${id}',${secretLine}
    authority: '${authorityOf(endpoints.issuer)}',
    knownAuthorities: ['${new URL(endpoints.issuer).host}'],
  },
})`,
  }
}

function msalBrowser({ app: { id, endpoints, redirectUris } }: Told): Paste {
  return {
    library: 'MSAL.js',
    text: `import { PublicClientApplication } from '@azure/msal-browser'

const msal = new PublicClientApplication({
  auth: {
    clientId: '${id}',
    authority: '${authorityOf(endpoints.issuer)}',
    knownAuthorities: ['${new URL(endpoints.issuer).host}'],
    redirectUri: '${redirectUris[0] ?? ''}',
  },
})`,
  }
}

function oidcClientTs({ app: { id, endpoints, redirectUris } }: Told): Paste {
  return {
    library: 'oidc-client-ts',
    text: `import { UserManager } from 'oidc-client-ts'

const users = new UserManager({
  authority: '${endpoints.issuer}',
  client_id: '${id}',
  redirect_uri: '${redirectUris[0] ?? ''}',
  scope: 'openid profile email',
})`,
  }
}

function appAuth({ app: { id, endpoints, redirectUris } }: Told): Paste {
  return {
    library: 'AppAuth',
    text: `issuer: ${endpoints.issuer}
clientId: ${id}
redirectUrl: ${redirectUris[0] ?? ''}
scopes: openid profile email
usePKCE: true`,
  }
}

function clientCredentials({ app: { id, endpoints }, secret }: Told): Paste {
  return {
    library: 'curl',
    text: `curl ${endpoints.token} \\
  --user '${id}:${secret}' \\
  --data grant_type=client_credentials \\
  --data-urlencode scope=https://graph.microsoft.com/.default`,
  }
}

/** MSAL adds the version by itself. */
function authorityOf(issuer: string): string {
  return issuer.replace(/\/v2\.0$/, '')
}
