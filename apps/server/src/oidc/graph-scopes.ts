import { type App, graphAppId } from '@latchkey/identity'
import { type GraphPermissionName, isGraphPermission, needsAdministrator } from '@latchkey/policy'
import { everythingAgreed, readScope } from './scopes.ts'

/** What somebody gets who asks for everything that was agreed, and nothing was. */
const least: GraphPermissionName = 'User.Read'

/** List the permissions of Graph that scopes ask for: by name, or all that was agreed. */
export function listAskedPermissions(
  scopes: readonly string[],
  agreed: readonly string[],
  url: URL,
): readonly GraphPermissionName[] {
  const asked = new Set<GraphPermissionName>()
  for (const scope of scopes) {
    const read = readScope(scope, url)
    if (read?.clientId !== graphAppId) continue
    if (read.name === everythingAgreed) {
      const all = agreed.filter(isGraphPermission)
      for (const name of all.length === 0 ? [least] : all) asked.add(name)
    } else if (isGraphPermission(read.name)) asked.add(read.name)
  }
  return [...asked].sort()
}

/**
 * Whether an app has a permission in somebody's name. An app that nobody is asked about has what is people's own to give
 * without being agreed to; what is an administrator's to give it never has of itself.
 */
export function isAgreed(app: App, name: string, agreed: readonly string[]): boolean {
  return (
    agreed.includes(name) ||
    (app.consent === 'none' && !(isGraphPermission(name) && needsAdministrator(name)))
  )
}
