/** Every administrator's role and the id by which rules and scripts know it: Entra's role template ids. */
export const administratorRoles = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedAuthenticationAdministrator: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  authenticationAdministrator: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  authenticationPolicyAdministrator: '0526716b-113d-4c15-b2c8-68e3c22b9f80',
  conditionalAccessAdministrator: 'b1be1c3e-8b65-4f19-8427-f6fa0d97feb9',
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  helpDesk: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  securityReader: '5d6b6bb7-de71-4623-b4af-96380a352509',
  reportsReader: '4a5d8f65-41da-4de4-8968-e035b65339cf',
} as const satisfies Readonly<Record<string, string>>

export type AdministratorRoleName = keyof typeof administratorRoles

/** Find a role by its template id, in whichever case it is written. */
export function findRoleByTemplateId(roleTemplateId: string): AdministratorRoleName | undefined {
  const wanted = roleTemplateId.toLowerCase()
  return administratorRoleNames.find((name) => administratorRoles[name] === wanted)
}

/** The names of every role. */
export const administratorRoleNames: readonly AdministratorRoleName[] = [
  'globalAdministrator',
  'privilegedAuthenticationAdministrator',
  'authenticationAdministrator',
  'authenticationPolicyAdministrator',
  'conditionalAccessAdministrator',
  'securityAdministrator',
  'userAdministrator',
  'helpDesk',
  'globalReader',
  'securityReader',
  'reportsReader',
]
