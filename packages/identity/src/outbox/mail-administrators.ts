import type { Deps } from '../deps.ts'
import type { AdministratorRole } from '../people/role-store.ts'
import type { Shelves } from '../stores.ts'
import { type MailTemplate, mailPerson } from './mail-person.ts'

/** Mail everybody who has one of these roles and is switched on, in the unit of work that it tells of. Each once. */
export async function mailAdministrators(
  tx: Pick<Shelves, 'roles' | 'people' | 'outbox'>,
  deps: Pick<Deps, 'now' | 'random'>,
  mail: {
    readonly tenantId: string
    readonly roles: readonly AdministratorRole[]
    readonly template: MailTemplate
    readonly values: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { tenantId, roles, template, values } = mail
  const holders = await Promise.all(roles.map((role) => tx.roles.listHolders(tenantId, role)))
  for (const person of await tx.people.listByIds(tenantId, [...new Set(holders.flat())])) {
    if (person.enabled) await mailPerson(tx, deps, { person, template, values })
  }
}
