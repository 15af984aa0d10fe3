import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { newUserHandle } from '../credentials/user-handle.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../ids/new-id.ts'
import { newSecret } from '../ids/secret.ts'
import { hashSecret } from '../passwords/argon2id.ts'
import { readNewPassword } from '../passwords/read-password.ts'
import { readMail, readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import { normaliseUserName } from './normalise-user-name.ts'
import type { Person } from './person.ts'
import { requirePermission } from './require-permission.ts'

/** Somebody who begins here. */
export interface NewPerson extends Attribution {
  readonly tenantId: string
  /** `name@domain`, of one of the tenant's domains. */
  readonly userName: string
  readonly displayName: string
  readonly givenName?: string
  readonly surname?: string
  readonly mail?: string
  readonly preferredLanguage?: string
  /** Switched on, if absent. */
  readonly enabled?: boolean
  /** None, if absent: they begin with a pass. */
  readonly password?: string
}

/**
 * Add a person.
 *
 * @throws IdentityRefusal `already_exists`, `invalid_input`, `not_permitted`
 */
export async function addPerson(deps: Deps, ask: NewPerson): Promise<Person> {
  const person = toPerson(deps, ask, await deps.stores.tenants.listDomains(ask.tenantId))
  const { tenantId, userId, userName } = person
  const password = ask.password === undefined ? undefined : readNewPassword(ask.password, userName)
  const hash = password === undefined ? undefined : await hashSecret(deps, password)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { ...ask, userId }, 'change people')
    await insertPerson(tx, deps, ask, person)
    if (hash === undefined) return
    await requirePermission(tx, { ...ask, userId }, 'set a password')
    await tx.passwords.put({ tenantId, userId, hash, changedAt: deps.now() })
    await appendAudit(tx, deps, ask, {
      activity: 'password_set',
      target: { kind: 'person', id: userId, name: userName },
    })
  })
  return person
}

/** Read what a new person is to be. @throws IdentityRefusal `invalid_input` */
export function toPerson(
  deps: Pick<Deps, 'now' | 'random'>,
  ask: Omit<NewPerson, 'actor'>,
  domains: readonly string[],
): Person {
  const { tenantId, givenName, surname, mail, preferredLanguage } = ask
  return {
    tenantId,
    userId: newId(deps),
    userName: readUserName(ask.userName, domains),
    displayName: readText(ask.displayName, 'displayName', 100),
    ...(givenName !== undefined && { givenName: readText(givenName, 'givenName', 100) }),
    ...(surname !== undefined && { surname: readText(surname, 'surname', 100) }),
    ...(mail !== undefined && { mail: readMail(mail) }),
    ...(preferredLanguage !== undefined && { preferredLanguage: readLanguage(preferredLanguage) }),
    enabled: ask.enabled ?? true,
    // Who is kept for emergencies has a passkey; nobody begins with one.
    breakGlass: false,
    userHandle: newUserHandle(deps, tenantId),
    securityStamp: newSecret(deps),
    createdAt: deps.now(),
  }
}

/** Keep a new person, and the audit record, in a unit of work. */
export async function insertPerson(
  tx: Pick<Shelves, 'people' | 'audit'>,
  deps: Pick<Deps, 'now' | 'random'>,
  by: Attribution,
  person: Person,
): Promise<void> {
  await tx.people.insert(person)
  await appendAudit(
    tx,
    deps,
    { ...by, tenantId: person.tenantId },
    {
      activity: 'person_added',
      target: { kind: 'person', id: person.userId, name: person.userName },
    },
  )
}

/** Read a language tag, roughly. @throws IdentityRefusal `invalid_input` */
export function readLanguage(text: string): string {
  const language = text.trim()
  if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)) return language
  throw new IdentityRefusal('invalid_input', { detail: 'preferredLanguage' })
}

/** Read a user name. It must lead to the tenant: its domain is one of the tenant's. @throws IdentityRefusal `invalid_input` */
export function readUserName(text: string, domains: readonly string[]): string {
  const userName = normaliseUserName(text)
  const [local = '', domain = '', ...more] = userName.split('@')
  if (local === '' || more.length > 0 || !domains.includes(domain)) {
    throw new IdentityRefusal('invalid_input', { detail: 'userName' })
  }
  return userName
}
