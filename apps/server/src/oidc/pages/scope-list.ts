import type { Words } from '@latchkey/words'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { findResource } from '../scopes.ts'

/** What an app asks for. */
export interface AskedScopes {
  readonly scopes: readonly string[]
  /** What the app is called whose scopes are among them. */
  readonly resourceName: string | undefined
}

/** Say in words what scopes mean. */
export function scopeList(said: Words, asked: AskedScopes): Html {
  const lines = new Set(asked.scopes.map((scope) => sayScope(said.oidc.scopes, scope, asked.resourceName)))
  return html`<ul class="points">${[...lines].map((line) => html`<li>${icons.done}<span>${line}</span></li>`)}</ul>`
}

function sayScope(scopes: Words['oidc']['scopes'], scope: string, resourceName: string | undefined): string {
  const resource = findResource([scope])
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
