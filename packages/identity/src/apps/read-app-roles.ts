import { isUuid } from '../ids/uuid.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { App } from './app-store.ts'

/** How many roles an app may have. */
const mostRoles = 100

/** Read the roles of an app: each has a value of its own. @throws IdentityRefusal `invalid_input` */
export function readAppRoles(roles: App['appRoles']): App['appRoles'] {
  const read = roles.map(({ id, value, displayName }) => {
    if (!/^[!-~]{1,250}$/.test(value)) throw new IdentityRefusal('invalid_input', { detail: 'appRoles' })
    if (id !== undefined && !isUuid(id)) throw new IdentityRefusal('invalid_input', { detail: 'appRoles' })
    return { ...(id !== undefined && { id }), value, displayName: readText(displayName, 'appRoles', 100) }
  })
  if (read.length > mostRoles || new Set(read.map(({ value }) => value)).size < read.length) {
    throw new IdentityRefusal('invalid_input', { detail: 'appRoles' })
  }
  return read
}
