import { newId, type Person, type Tenant } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { CommandRefusal } from './command.ts'

/** Who does what the command line does, for the audit log: whoever may run it has the machine. */
export function operator(deps: Pick<ServerDeps, 'now' | 'random'>) {
  return { actor: { kind: 'operator' as const }, correlationId: newId(deps) }
}

/**
 * Find the organisation somebody means: by its domain or id, or the only one there is.
 *
 * @throws CommandRefusal
 */
export async function getTenant(deps: ServerDeps, named: string | undefined): Promise<Tenant> {
  const { tenants } = deps.stores
  if (named === undefined) {
    const [only, ...others] = await tenants.list()
    if (only === undefined) throw new CommandRefusal('There is no organisation yet.')
    if (others.length > 0) throw new CommandRefusal('There are several organisations: say which by --tenant.')
    return only
  }
  const name = named.toLowerCase()
  const tenant = name.includes('.') ? await tenants.findByDomain(name) : await tenants.find(name)
  if (tenant === undefined) throw new CommandRefusal(`There is no organisation "${named}".`)
  return tenant
}

/** The people who may administer everything. */
export async function listAdministrators(deps: ServerDeps, tenantId: string): Promise<readonly Person[]> {
  const { people, roles } = deps.stores
  const userIds = await roles.listHolders(tenantId, 'globalAdministrator')
  const holders = await Promise.all(userIds.map((userId) => people.find(tenantId, userId)))
  return holders.filter((person) => person !== undefined)
}
