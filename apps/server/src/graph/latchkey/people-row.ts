import type { ListedPerson } from '@latchkey/identity'
import { toGraphTime } from '../graph-time.ts'
import type { GraphObject } from '../resource-shape.ts'

/** A person in the list of the admin centre, and what they have. */
export function toPersonRow({ person, pass, lastSignInAt, ...has }: ListedPerson): GraphObject {
  return {
    id: person.userId,
    displayName: person.displayName,
    userPrincipalName: person.userName,
    mail: person.mail ?? null,
    accountEnabled: person.enabled,
    isForEmergencies: person.breakGlass,
    isAdministrator: has.administers,
    passkeys: has.passkeys,
    deviceBoundPasskeys: has.deviceBound,
    syncedPasskeys: has.passkeys - has.deviceBound,
    hasPassword: has.password,
    hasCodes: has.totp,
    pass:
      pass === undefined
        ? null
        : {
            isUsableOnce: pass.once,
            startDateTime: toGraphTime(pass.startsAt),
            endDateTime: toGraphTime(pass.expiresAt),
          },
    lastSignInDateTime: lastSignInAt === undefined ? null : toGraphTime(lastSignInAt),
  }
}
