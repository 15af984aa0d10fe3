import type { Person } from '@latchkey/identity'
import { fromFlag, fromInstant, present, toFlag, toInstant } from '../rows.ts'
import type { PersonTable } from '../schema.ts'

/** What of a row may change. */
export type ChangeablePerson = Omit<
  PersonTable,
  'user_handle' | 'handle_point' | 'last_method' | 'default_method' | 'created_at'
>

export const toRow = (person: Person): ChangeablePerson => ({
  tenant_id: person.tenantId,
  user_id: person.userId,
  user_name: person.userName,
  display_name: person.displayName,
  given_name: person.givenName ?? null,
  surname: person.surname ?? null,
  mail: person.mail ?? null,
  preferred_language: person.preferredLanguage ?? null,
  enabled: toFlag(person.enabled),
  break_glass: toFlag(person.breakGlass),
  security_stamp: person.securityStamp,
})

export const unchanging = (person: Person) => ({
  user_handle: person.userHandle,
  handle_point: person.userHandle.slice(-32),
  last_method: person.lastMethod ?? null,
  default_method: person.defaultMethod ?? null,
  created_at: toInstant(person.createdAt),
})

export const toPerson = (row: PersonTable): Person => ({
  tenantId: row.tenant_id,
  userId: row.user_id,
  userName: row.user_name,
  displayName: row.display_name,
  ...present({
    givenName: row.given_name,
    surname: row.surname,
    mail: row.mail,
    preferredLanguage: row.preferred_language,
    lastMethod: row.last_method,
    defaultMethod: row.default_method,
  }),
  enabled: fromFlag(row.enabled),
  breakGlass: fromFlag(row.break_glass),
  userHandle: row.user_handle,
  securityStamp: row.security_stamp,
  createdAt: fromInstant(row.created_at),
})
