import type { Deps } from '../deps.ts'
import { type MailTemplate, mailPerson } from '../outbox/mail-person.ts'
import type { Shelves } from '../stores.ts'

/** Mail everybody who may administer everything and is switched on, in the unit of work that it tells of. */
export async function mailAdministrators(
  tx: Pick<Shelves, 'roles' | 'people' | 'outbox'>,
  deps: Pick<Deps, 'now' | 'random'>,
  tenantId: string,
  mail: { readonly template: MailTemplate; readonly values: Readonly<Record<string, string>> },
): Promise<void> {
  for (const userId of await tx.roles.listHolders(tenantId, 'globalAdministrator')) {
    const person = await tx.people.find(tenantId, userId)
    if (person?.enabled === true) await mailPerson(tx, deps, { person, ...mail })
  }
}
