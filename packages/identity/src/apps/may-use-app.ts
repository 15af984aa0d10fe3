import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import type { App, AppAssignment } from './app-store.ts'

/** Whether a person may use an app, and what the app is told about them. */
export type AppAccess =
  | {
      readonly allowed: true
      /** Values of app roles. */
      readonly roles: readonly string[]
      /** Group ids, as the app's `groupsClaim` says. */
      readonly groups: readonly string[]
    }
  | { readonly allowed: false }

/** Decide whether a person may use an app. */
export async function mayUseApp(deps: Pick<Deps, 'stores'>, app: App, person: Person): Promise<AppAccess> {
  if (!app.enabled || !person.enabled || app.tenantId !== person.tenantId) return { allowed: false }
  const { tenantId, userId } = person
  const assignments = await deps.stores.apps.listAssignmentsOfPerson(tenantId, app.clientId, userId)
  if (app.assignmentRequired && assignments.length === 0) return { allowed: false }

  const known = new Set(app.appRoles.map(({ value }) => value))
  const roles = assignments.map(({ role }) => role).filter((role) => known.has(role))
  return {
    allowed: true,
    roles: [...new Set(roles)].sort(),
    groups: await listGroups(deps, app, person, assignments),
  }
}

async function listGroups(
  { stores }: Pick<Deps, 'stores'>,
  { groupsClaim }: App,
  { tenantId, userId }: Person,
  assignments: readonly AppAssignment[],
): Promise<readonly string[]> {
  switch (groupsClaim) {
    case 'none':
      return []
    case 'assigned': {
      const groups = assignments.filter(({ principal }) => principal === 'group')
      return [...new Set(groups.map(({ principalId }) => principalId))].sort()
    }
    case 'all':
      return (await stores.groups.listOfPerson(tenantId, userId)).map(({ groupId }) => groupId).sort()
  }
}
