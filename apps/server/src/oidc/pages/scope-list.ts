import { isGraphPermission } from '@latchkey/policy'
import type { Words } from '@latchkey/words'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'

/** What an app asks for. */
export interface AskedScopes {
  readonly scopes: readonly string[]
  /** What it is to do for itself. */
  readonly permissions?: readonly string[]
  /** What the app is called whose scopes are among them. */
  readonly resourceName: string | undefined
}

/** Say in words what scopes mean. */
export function scopeList(said: Words, asked: AskedScopes): Html {
  const lines = new Set([
    ...asked.scopes.map((scope) => sayScope(said, scope, asked.resourceName)),
    ...(asked.permissions ?? []).map((name) =>
      said.oidc.permissionOfApp({ what: sayScope(said, name, asked.resourceName) }),
    ),
  ])
  return html`<ul class="points">${[...lines].map((line) => html`<li>${icons.done}<span>${line}</span></li>`)}</ul>`
}

function sayScope(said: Words, scope: string, resourceName: string | undefined): string {
  const { scopes } = said.oidc
  if (isGraphPermission(scope)) return said.oidc.permissions[scope]
  const [, resource] = /^(?:api:\/\/)?([^/]+)\/(?:access_as_user|\.default)$/.exec(scope) ?? []
  if (resource !== undefined) return scopes.access_as_user({ resource: resourceName ?? resource })
  switch (scope) {
    case 'openid':
    case 'profile':
    case 'email':
    case 'offline_access':
      return scopes[scope]
    default:
      return scopes.other({ scope })
  }
}
