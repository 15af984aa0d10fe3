import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { newSecret } from '../ids/secret.ts'
import { readMail, readText } from '../read-text.ts'
import type { Shelves } from '../stores.ts'
import { readLanguage, readUserName } from './add-person.ts'
import { getPerson } from './get-person.ts'
import type { Person } from './person.ts'
import { requirePermission } from './require-permission.ts'
import { switchInUnit } from './set-person-enabled.ts'

/** What may change about a person. What is absent stays; `null` takes it away. */
export interface PersonChange {
  readonly userName?: string | undefined
  readonly displayName?: string | undefined
  readonly givenName?: string | null | undefined
  readonly surname?: string | null | undefined
  readonly mail?: string | null | undefined
  readonly preferredLanguage?: string | null | undefined
  readonly enabled?: boolean | undefined
}

/**
 * Change what is known of a person, and whether they are switched on: all of it or nothing.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`; `already_exists` if the user name is taken;
 *   `last_administrator` if nobody would be left to administer
 */
export async function changePerson(
  deps: Deps,
  ask: PersonTarget & { readonly change: PersonChange },
): Promise<Person> {
  const { enabled } = ask.change
  const securityStamp = newSecret(deps)
  return deps.stores.atomically(async (tx) => {
    const before = await getPerson(tx, ask.tenantId, ask.userId)
    const person = namesOf(ask.change).length === 0 ? before : await changeFacts(tx, deps, ask, before)
    if (enabled === undefined) return person
    return await switchInUnit(tx, deps, ask, { person, enabled, securityStamp })
  })
}

async function changeFacts(
  tx: Shelves,
  deps: Deps,
  ask: PersonTarget & { readonly change: PersonChange },
  before: Person,
): Promise<Person> {
  await requirePermission(tx, ask, 'change people')
  const person = withChange(before, ask.change, await tx.tenants.listDomains(ask.tenantId))
  await tx.people.put(person)
  await appendAudit(tx, deps, ask, {
    activity: 'person_changed',
    target: { kind: 'person', id: person.userId, name: person.userName },
    detail: { changed: namesOf(ask.change).join(' ') },
  })
  return person
}

/** What is to change, but for the switch. */
function namesOf(change: PersonChange): readonly string[] {
  return Object.entries(change)
    .flatMap(([name, value]) => (value === undefined || name === 'enabled' ? [] : [name]))
    .toSorted()
}

/** A person as a change leaves them. @throws IdentityRefusal `invalid_input` */
export function withChange(before: Person, change: PersonChange, domains: readonly string[]): Person {
  const { userName, displayName } = change
  const { givenName, surname, mail, preferredLanguage, ...rest } = before
  return {
    ...rest,
    ...(userName !== undefined && { userName: readUserName(userName, domains) }),
    ...(displayName !== undefined && { displayName: readText(displayName, 'displayName', 100) }),
    ...changed('givenName', givenName, change.givenName, (text) => readText(text, 'givenName', 100)),
    ...changed('surname', surname, change.surname, (text) => readText(text, 'surname', 100)),
    ...changed('mail', mail, change.mail, readMail),
    ...changed('preferredLanguage', preferredLanguage, change.preferredLanguage, readLanguage),
  }
}

function changed<K extends string>(
  name: K,
  before: string | undefined,
  asked: string | null | undefined,
  read: (text: string) => string,
): { readonly [name in K]?: string } {
  const value = typeof asked === 'string' ? read(asked) : asked === null ? undefined : before
  const named: { [name in K]?: string } = {}
  if (value !== undefined) named[name] = value
  return named
}
