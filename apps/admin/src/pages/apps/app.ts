import type { Strength } from '../settings/organisation.ts'

export const appKinds = ['web', 'spa', 'native', 'daemon'] as const

export type AppKind = (typeof appKinds)[number]

/** What is known of a secret. */
export interface AppSecret {
  readonly keyId: string
  readonly displayName: string | null
  readonly hint: string | null
  readonly startDateTime: string | null
  readonly endDateTime: string | null
}

export interface AppRole {
  readonly id?: string
  readonly value: string
  readonly displayName: string
}

/** An app, as the API says it in a list. */
export interface ListedApp {
  readonly id: string
  readonly displayName: string
  readonly kind: AppKind
  readonly builtIn: boolean
  readonly enabled: boolean
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
  readonly backchannelLogoutUri: string | null
  readonly initiateLoginUri: string | null
  readonly homePageUrl: string | null
  readonly deviceCodeAllowed: boolean
  readonly assignmentRequired: boolean
  readonly groupsClaim: 'none' | 'assigned' | 'all'
  readonly roles: readonly AppRole[]
  readonly consent: 'none' | 'person' | 'administrator'
  readonly signingAlgorithm: 'ES256' | 'RS256'
  readonly leastStrength: Strength | null
  readonly secrets: readonly AppSecret[]
}

/** What an app has to be told. */
export interface Endpoints {
  readonly issuer: string
  readonly metadata: string
  readonly authorization: string
  readonly token: string
  readonly keys: string
  readonly logout: string
}

export interface App extends ListedApp {
  readonly endpoints: Endpoints
}

/** An app that was just registered. */
export interface MadeApp extends App {
  readonly secretText: string | null
}

export type AppChange = Partial<ListedApp>

export const appsPath = '/latchkey/apps'

/** Whether an app can keep a secret. */
export function keepsSecrets({ kind }: Pick<App, 'kind'>): boolean {
  return kind === 'web' || kind === 'daemon'
}

const monthMilliseconds = 30 * 86_400_000

/** How it stands with the secret that ends first. */
export function secretState(
  { secrets }: Pick<App, 'secrets'>,
  now = Date.now(),
): 'ended' | 'soon' | undefined {
  const ends = secrets.flatMap(({ endDateTime }) => (endDateTime === null ? [] : [Date.parse(endDateTime)]))
  if (ends.some((end) => end <= now)) return 'ended'
  return ends.some((end) => end - now < monthMilliseconds) ? 'soon' : undefined
}
