/** For whom a package is made. */
export interface PackageOptions {
  readonly browser: 'chromium' | 'firefox'
  readonly version: string
  /** Servers it may work with from the start, without asking the person: for an organisation’s own package. */
  readonly servers: readonly string[]
  /** Whether its installation allows it to answer all requests of the browser, if who manages the browser wants that. */
  readonly mayProxy: boolean
}

/**
 * The manifest. Nobody’s pages are touched before a person adds an account there and says yes to that one origin.
 */
export function makeManifest({ browser, version, servers, mayProxy }: PackageOptions): object {
  const asksForProxy = browser === 'chromium'
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    short_name: 'Authenticator',
    description: '__MSG_description__',
    default_locale: 'en',
    version,
    icons: icons(),
    action: { default_popup: 'popup.html', default_icon: icons(), default_title: '__MSG_name__' },
    permissions: ['scripting', 'storage', ...(asksForProxy && mayProxy ? [proxyPermission] : [])],
    ...(asksForProxy && !mayProxy && { optional_permissions: [proxyPermission] }),
    host_permissions: servers.map((server) => `${new URL(server).protocol}//${new URL(server).hostname}/*`),
    optional_host_permissions: ['https://*/*', 'http://localhost/*'],
    // Servers are known when accounts are added; everything that runs is in the package.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https: wss: http://localhost:* ws://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'chromium' ? forChromium : forFirefox),
  }
}

/** Firefox has nothing like it. */
const proxyPermission = 'webAuthenticationProxy'

const forChromium = {
  minimum_chrome_version: '122',
  background: { service_worker: 'background.js', type: 'module' },
  storage: { managed_schema: 'managed-schema.json' },
  incognito: 'not_allowed',
}

const forFirefox = {
  background: { scripts: ['background.js'], type: 'module' },
  incognito: 'not_allowed',
  browser_specific_settings: {
    gecko: { id: 'authenticator@latchkey.example', strict_min_version: '128.0' },
  },
}

function icons() {
  return Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]))
}

/** What a fleet’s policy may say to the extension in Chromium; in Firefox the same, as `3rdparty` of `policies.json`. */
export const managedSchema = {
  type: 'object',
  properties: {
    servers: {
      title: 'Addresses of the Latchkey servers whose accounts may be added. Absent: any.',
      type: 'array',
      items: { type: 'string' },
    },
    webAuthenticationProxy: {
      title: 'Answer all WebAuthn requests of this browser. Passkeys anywhere else stop working in it.',
      type: 'boolean',
    },
  },
}
