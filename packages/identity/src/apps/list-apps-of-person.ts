import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import type { App } from './app-store.ts'

/** List the apps that a person may use and that have an address to begin at. By name; two statements, however many. */
export async function listAppsOfPerson(
  { stores }: Pick<Deps, 'stores'>,
  { tenantId, userId, enabled }: Pick<Person, 'tenantId' | 'userId' | 'enabled'>,
): Promise<readonly (App & { readonly homePageUrl: string })[]> {
  if (!enabled) return []
  const [apps, assigned] = await Promise.all([
    stores.apps.list(tenantId),
    stores.apps.listAppsAssignedTo(tenantId, userId),
  ])
  const theirs = new Set(assigned)
  return apps.flatMap((app) => {
    const { homePageUrl, initiateLoginUri } = app
    const address = homePageUrl ?? initiateLoginUri
    const open = app.enabled && (!app.assignmentRequired || theirs.has(app.clientId))
    return open && address !== undefined ? [{ ...app, homePageUrl: address }] : []
  })
}
