import { knownApps } from '@latchkey/policy'
import type { Shelves } from '../stores.ts'
import type { App } from './app-store.ts'

/** The Graph-shaped API, as a resource that other apps get tokens for. */
export const graphAppId = knownApps.graph

/** The public client of command lines, the one that scripts for Graph sign in with. It gets tokens for Graph alone. */
export const commandLineAppId = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

/**
 * The Latchkey Authenticator, on every surface that has no cookie of ours: a public client that gets tokens for itself
 * alone, and for whom nobody else gets any. Rules know it as the place where devices join.
 */
export const authenticatorAppId = knownApps.deviceRegistration

/** What an organisation may decide about an app that is there of itself. */
type OwnChoice = Pick<App, 'enabled' | 'assignmentRequired' | 'leastStrength'>

const careful = {
  secrets: [],
  postLogoutRedirectUris: [],
  assignmentRequired: false,
  groupsClaim: 'none',
  appRoles: [],
  signingAlgorithm: 'RS256',
  enabled: true,
  createdAt: new Date(0),
} as const satisfies Partial<App>

/** Apps that are there in every organisation, and are nobody's to rewrite. */
const builtIn: ReadonlyMap<string, Omit<App, 'tenantId'>> = new Map([
  [
    graphAppId,
    {
      ...careful,
      clientId: graphAppId,
      displayName: 'Microsoft Graph',
      kind: 'daemon',
      redirectUris: [],
      deviceCodeAllowed: false,
      consent: 'none',
    },
  ],
  [
    commandLineAppId,
    {
      ...careful,
      clientId: commandLineAppId,
      displayName: 'Microsoft Graph Command Line Tools',
      kind: 'native',
      // On whichever port the program listens.
      redirectUris: ['localhost', '127.0.0.1', '[::1]'].flatMap((host) => [
        `http://${host}`,
        `http://${host}/`,
      ]),
      deviceCodeAllowed: true,
      consent: 'person',
    },
  ],
  [
    authenticatorAppId,
    {
      ...careful,
      clientId: authenticatorAppId,
      displayName: 'Latchkey Authenticator',
      kind: 'native',
      // On whichever port the program listens; where the browser extension waits, the server adds.
      redirectUris: ['http://127.0.0.1/', 'http://127.0.0.1'],
      deviceCodeAllowed: false,
      // It asks for nothing but to register this person's own device, which wants a proof of the last minutes.
      consent: 'none',
    },
  ],
])

/** Whether an app is there of itself. */
export function isBuiltInApp(clientId: string): boolean {
  return builtIn.has(clientId)
}

/** What kind an app is that is there of itself. @returns `undefined` for any other */
export function findBuiltInKind(clientId: string): App['kind'] | undefined {
  return builtIn.get(clientId)?.kind
}

/**
 * Find an app, also one that is there of itself: of that, only what the organisation may choose is kept (whether it is
 * on, who may use it), and everything else is as it is everywhere.
 */
export async function findApp(
  { apps }: Pick<Shelves, 'apps'>,
  tenantId: string,
  clientId: string,
): Promise<App | undefined> {
  const kept = await apps.find(tenantId, clientId)
  const own = builtIn.get(clientId)
  return own === undefined ? kept : toOwnApp(tenantId, own, kept)
}

/** List an organisation's apps, those that are there of themselves included. By name. */
export async function listApps({ apps }: Pick<Shelves, 'apps'>, tenantId: string): Promise<readonly App[]> {
  const kept = await apps.list(tenantId)
  const own = [...builtIn.values()].map((app) =>
    toOwnApp(
      tenantId,
      app,
      kept.find(({ clientId }) => clientId === app.clientId),
    ),
  )
  const others = kept.filter(({ clientId }) => !builtIn.has(clientId))
  return [...others, ...own].toSorted((a, b) => (a.displayName < b.displayName ? -1 : 1))
}

/** Make sure, in a unit of work, that something can be kept about an app. */
export async function keepBuiltInApp({ apps }: Pick<Shelves, 'apps'>, app: App): Promise<void> {
  if (!isBuiltInApp(app.clientId)) return
  if ((await apps.find(app.tenantId, app.clientId)) === undefined) await apps.insert(app)
}

function toOwnApp(tenantId: string, own: Omit<App, 'tenantId'>, kept: App | undefined): App {
  if (kept === undefined || own.clientId === graphAppId) return { tenantId, ...own }
  const { enabled, assignmentRequired, leastStrength } = kept
  const chosen: OwnChoice = { enabled, assignmentRequired, ...(leastStrength && { leastStrength }) }
  return { tenantId, ...own, ...chosen }
}
