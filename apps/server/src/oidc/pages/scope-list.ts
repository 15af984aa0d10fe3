import type { Words } from '@latchkey/words'
import { type Html, html } from '../../page/html.ts'
import { icons } from '../../page/icons.ts'
import { findAppOfResource, findResource } from '../scopes.ts'

/** Say in words what scopes mean. */
export function scopeList(said: Words, scopes: readonly string[]): Html {
  return html`<ul class="points">${scopes.map((scope) => html`<li>${icons.done}<span>${sayScope(said.oidc.scopes, scope)}</span></li>`)}</ul>`
}

function sayScope(scopes: Words['oidc']['scopes'], scope: string): string {
  const resource = findResource([scope])
  if (resource !== undefined) {
    return scopes.access_as_user({ resource: findAppOfResource(resource) ?? resource })
  }
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
