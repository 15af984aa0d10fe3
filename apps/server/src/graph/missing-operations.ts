import type { MissingOperation } from './graph-router.ts'

/** What Graph can do at paths of ours and we cannot: said so, instead of "not allowed". */
export const missingOperations: readonly MissingOperation[] = [
  ['PATCH', '/me'],
  ['POST', '/directoryRoles'],
  ['PATCH', '/organization/{organization}'],
  ['PATCH', '/groups/{group}/members/$ref'],
  ['DELETE', '/servicePrincipals/{app}'],
  ['DELETE', '/servicePrincipals(appId={app})'],
  ['GET', '/me/authentication/fido2Methods/creationOptions'],
  ['POST', '/me/authentication/fido2Methods'],
  ['POST', '/users/{user}/authentication/softwareOathMethods'],
]
