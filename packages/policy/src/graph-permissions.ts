/** A permission of the API, in its two forms: in a person's name, or for an app itself. */
export interface GraphPermission {
  /** `consent`: who agrees to it. People for themselves, or only an administrator. */
  readonly delegated: { readonly id: string; readonly consent: 'person' | 'administrator' }
  /** An administrator alone grants it. */
  readonly application?: { readonly id: string }
}

/**
 * Every permission of the Graph-shaped API. Names and ids are Graph's, so that scripts and consents written for it mean
 * the same here; an id that Graph does not publish is ours. What each lets somebody do stands in `words`.
 *
 * @see https://learn.microsoft.com/en-us/graph/permissions-reference
 */
export const graphPermissions = {
  'Policy.Read.All': {
    delegated: { id: '572fea84-0151-49b2-9301-11cb16974376', consent: 'administrator' },
    application: { id: '246dd0d5-5bd0-4def-940b-0421030a5b68' },
  },
  'Policy.Read.AuthenticationMethod': {
    delegated: { id: 'a6ff13ac-1851-4993-8ca9-a671d70de2d5', consent: 'administrator' },
    application: { id: '8e3bc81b-d2f3-4b7b-838c-32c88218d2f0' },
  },
  'Policy.ReadWrite.AuthenticationMethod': {
    delegated: { id: '7e823077-d88e-468f-a337-e18f1f0e6c7c', consent: 'administrator' },
    application: { id: '29c18626-4985-4dcd-85c0-193eef327366' },
  },
  'Policy.Read.ConditionalAccess': {
    delegated: { id: '633e0fce-8c58-4cfb-9495-12bbd5a24f7c', consent: 'person' },
    application: { id: '37730810-e9ba-4e46-b07e-8ca78d182097' },
  },
  'Policy.ReadWrite.ConditionalAccess': {
    delegated: { id: 'ad902697-1014-4ef5-81ef-2b4301988e8c', consent: 'administrator' },
    application: { id: '01c0a623-fc9b-48e9-b794-0756f8e8f067' },
  },
  'Agreement.Read.All': {
    delegated: { id: 'af2819c9-df71-4dd3-ade7-4d7c9dc653b7', consent: 'administrator' },
    application: { id: '2f3e6f8c-093b-4c57-a58b-ba5ce494a169' },
  },
  'Agreement.ReadWrite.All': {
    delegated: { id: 'ef4b5d93-3104-4664-9053-a5c49ab44218', consent: 'administrator' },
    application: { id: 'c9090d00-6101-42f0-a729-c41074260d47' },
  },
  'AgreementAcceptance.Read.All': {
    delegated: { id: 'a66a5341-e66e-4897-9d52-c2df58c2bfb9', consent: 'administrator' },
    application: { id: 'd8e4ec18-f6c0-4620-8122-c8b1f2bf400e' },
  },
  'UserAuthenticationMethod.Read': {
    delegated: { id: '1f6b61c5-2f65-4135-9c9f-31c0f8d32b52', consent: 'administrator' },
  },
  'UserAuthenticationMethod.ReadWrite': {
    delegated: { id: '48971fc1-70d7-4245-af77-0beb29b53ee2', consent: 'administrator' },
  },
  'UserAuthenticationMethod.Read.All': {
    delegated: { id: 'aec28ec7-4d02-4e8c-b864-50163aea77eb', consent: 'administrator' },
    application: { id: '38d9df27-64da-44fd-b7c5-a6fbac20248f' },
  },
  'UserAuthenticationMethod.ReadWrite.All': {
    delegated: { id: 'b7887744-6746-4312-813d-72daeaee7e2d', consent: 'administrator' },
    application: { id: '50483e42-d915-4231-9639-7fdb7fd190e5' },
  },
  'UserAuthMethod-Passkey.Read': {
    delegated: { id: '828fcbda-0d26-431d-8bfb-83f217224621', consent: 'administrator' },
  },
  'UserAuthMethod-Passkey.ReadWrite': {
    delegated: { id: 'b2de7db9-10f7-4800-b04c-b5b91e4891d6', consent: 'administrator' },
  },
  'UserAuthMethod-Passkey.Read.All': {
    delegated: { id: '14195339-1fe4-48a7-a0d3-a39eb9fd8958', consent: 'administrator' },
    application: { id: '72e00c1d-3e3d-43bb-a0b9-c435611bb1d2' },
  },
  'UserAuthMethod-Passkey.ReadWrite.All': {
    delegated: { id: '64930478-d0ea-4671-ad72-fe0d9821df09', consent: 'administrator' },
    application: { id: '0400e371-7db1-4338-a269-96069eb65227' },
  },
  'UserAuthMethod-TAP.Read': {
    delegated: { id: 'cbd200c0-c367-533f-90a4-18c69e5369b3', consent: 'administrator' },
  },
  'UserAuthMethod-TAP.ReadWrite': {
    delegated: { id: '7bb84f25-a24d-5595-b9e1-3fa5d59dab62', consent: 'administrator' },
  },
  'UserAuthMethod-TAP.Read.All': {
    delegated: { id: '6976c635-c9c2-41e6-a21d-e6913a155273', consent: 'administrator' },
    application: { id: 'bf82209c-b22b-4747-ac88-a68be99032cf' },
  },
  'UserAuthMethod-TAP.ReadWrite.All': {
    delegated: { id: '05de4a66-e51a-4312-842a-30c8094698d2', consent: 'administrator' },
    application: { id: '627169a8-8c15-451c-861a-5b80e383de5c' },
  },
  'UserAuthMethod-Password.Read': {
    delegated: { id: '9b2f3b65-caec-5b85-ba5e-e4fa42069efa', consent: 'administrator' },
  },
  'UserAuthMethod-Password.ReadWrite': {
    delegated: { id: '197b3045-7554-5a4f-9838-4745d3231e3d', consent: 'administrator' },
  },
  'UserAuthMethod-Password.Read.All': {
    delegated: { id: '9f97586b-92ac-5b2f-adc8-53241f54162c', consent: 'administrator' },
    application: { id: 'db841577-5295-5828-bc38-394ad3f04272' },
  },
  'UserAuthMethod-Password.ReadWrite.All': {
    delegated: { id: '44729ddb-88c2-57a9-adce-4ee92ad8fccf', consent: 'administrator' },
    application: { id: '3b6a21b9-f737-511f-930d-533c89d2cfb5' },
  },
  'UserAuthMethod-SoftwareOATH.Read': {
    delegated: { id: '53eca617-5eef-5fd7-a1e5-e10cf8ea62bc', consent: 'administrator' },
  },
  'UserAuthMethod-SoftwareOATH.ReadWrite': {
    delegated: { id: '12dfe85e-26dc-5f59-a9da-8f839951c235', consent: 'administrator' },
  },
  'UserAuthMethod-SoftwareOATH.Read.All': {
    delegated: { id: '55c813c1-e285-53ef-a6f7-f8c3700e850f', consent: 'administrator' },
    application: { id: 'f23d760b-e54d-5f34-8541-c45f5ff07492' },
  },
  'UserAuthMethod-SoftwareOATH.ReadWrite.All': {
    delegated: { id: '2b3c245a-88b8-57ed-a53d-070b61dcc0aa', consent: 'administrator' },
    application: { id: '95493e9a-cb53-500f-b60b-37f25d97836d' },
  },
  'UserAuthMethod-MicrosoftAuthApp.Read': {
    delegated: { id: 'c8c071f0-7d3e-575f-9a5b-dc0c06b15f1d', consent: 'administrator' },
  },
  'UserAuthMethod-MicrosoftAuthApp.ReadWrite': {
    delegated: { id: '4d9b3f4b-2533-578f-923f-0cbde4b147cf', consent: 'administrator' },
  },
  'UserAuthMethod-MicrosoftAuthApp.Read.All': {
    delegated: { id: '1406ec73-c473-5cd6-8050-72d2863fa5db', consent: 'administrator' },
    application: { id: 'e06e7e02-916d-58e8-a74d-53a4b4e8205a' },
  },
  'UserAuthMethod-MicrosoftAuthApp.ReadWrite.All': {
    delegated: { id: '64624ab4-c266-5649-a72d-dff9b1247f53', consent: 'administrator' },
    application: { id: '601727d2-6386-5734-904e-2bcdf7cc1a66' },
  },
  'AuditLog.Read.All': {
    delegated: { id: 'e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20', consent: 'administrator' },
    application: { id: 'b0afded3-3588-46d8-8b3d-9842eff778da' },
  },
  'Reports.Read.All': {
    delegated: { id: '02e97553-ed7b-43d0-ab3c-f8bace0d040c', consent: 'administrator' },
    application: { id: '230c1aed-a721-4c5d-9cb4-a90514e508ef' },
  },
  'Directory.Read.All': {
    delegated: { id: '06da0dbc-49e2-44d2-8312-53f166ab848a', consent: 'administrator' },
    application: { id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61' },
  },
  'Directory.ReadWrite.All': {
    delegated: { id: 'c5366453-9fb0-48a5-a156-24f0c49a4b84', consent: 'administrator' },
    application: { id: '19dbc75e-c2e2-444c-a770-ec69d8559fc7' },
  },
  'User.Read': { delegated: { id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', consent: 'person' } },
  'User.ReadBasic.All': {
    delegated: { id: 'b340eb25-3456-403f-be2f-af7a0d370277', consent: 'person' },
    application: { id: '97235f07-e226-4f63-ace3-39588e11d3a1' },
  },
  'User.Read.All': {
    delegated: { id: 'a154be20-db9c-4678-8ab7-66f6cc099a59', consent: 'administrator' },
    application: { id: 'df021288-bdef-4463-88db-98f22de89214' },
  },
  'User.ReadWrite.All': {
    delegated: { id: '204e0828-b5ca-4ad8-b9f3-f32a958e7cc4', consent: 'administrator' },
    application: { id: '741f803b-c850-494e-b5df-cde7c675a1ca' },
  },
  'User.RevokeSessions.All': {
    delegated: { id: 'fc30e98b-8810-4501-81f5-c20a3196387b', consent: 'administrator' },
    application: { id: '77f3a031-c388-4f99-b373-dc68676a979e' },
  },
  'Group.Read.All': {
    delegated: { id: '5f8c59db-677d-491f-a6b8-5f174b11ec1d', consent: 'administrator' },
    application: { id: '5b567255-7703-4780-807c-7be8301ae99b' },
  },
  'Group.ReadWrite.All': {
    delegated: { id: '4e46008b-f24c-477d-8fff-7bb4ec7aafe0', consent: 'administrator' },
    application: { id: '62a82d76-70ea-41e2-9197-370581804d09' },
  },
  'GroupMember.Read.All': {
    delegated: { id: 'bc024368-1153-4739-b217-4326f2e966d0', consent: 'administrator' },
    application: { id: '98830695-27a2-44f7-8c18-0c3ebc9698f6' },
  },
  'GroupMember.ReadWrite.All': {
    delegated: { id: 'f81125ac-d3b7-4573-a3b2-7099cc39df9e', consent: 'administrator' },
    application: { id: 'dbaae8cf-10b5-4b86-a4a1-f871c94c6695' },
  },
  'RoleManagement.Read.Directory': {
    delegated: { id: '741c54c3-0c1e-44a1-818b-3f97ab4e8c83', consent: 'administrator' },
    application: { id: '483bed4a-2ad3-4361-a73b-c83ccdbdc53c' },
  },
  'RoleManagement.ReadWrite.Directory': {
    delegated: { id: 'd01b97e9-cbc0-49fe-810a-750afd5527a3', consent: 'administrator' },
    application: { id: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8' },
  },
  'Application.Read.All': {
    delegated: { id: 'c79f8feb-a9db-4090-85f9-90d820caa0eb', consent: 'administrator' },
    application: { id: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30' },
  },
  'Application.ReadWrite.All': {
    delegated: { id: 'bdfbf15f-ee85-4955-8675-146e8e5296b5', consent: 'administrator' },
    application: { id: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9' },
  },
  'AppRoleAssignment.ReadWrite.All': {
    delegated: { id: '84bccea3-f856-4a8a-967b-dbe0a3d53a64', consent: 'administrator' },
    application: { id: '06b708a9-e830-4db3-a914-8e69da51d44f' },
  },
  'DelegatedPermissionGrant.ReadWrite.All': {
    delegated: { id: '41ce6ca6-6826-4807-84f1-1c82854f7ee5', consent: 'administrator' },
    application: { id: '8e8e4742-1d95-4f68-9d56-6ee75648c72a' },
  },
  'Organization.Read.All': {
    delegated: { id: '4908d5b9-3fb2-4b1e-9336-1888b7937185', consent: 'administrator' },
    application: { id: '498476ce-e0fe-48b0-b801-37ba7e2685c6' },
  },
  'Organization.ReadWrite.All': {
    delegated: { id: '46ca0847-7e6b-426e-9775-ea810a948356', consent: 'administrator' },
    application: { id: '292d869f-3427-49a8-9dab-8c70152b74e9' },
  },
  'Domain.Read.All': {
    delegated: { id: '2f9ee017-59c1-4f1d-9472-bd5529a7b311', consent: 'administrator' },
    application: { id: 'dbb9058a-0e50-45d7-ae91-66909b5d4664' },
  },
  'Domain.ReadWrite.All': {
    delegated: { id: '0b5d694c-a244-4bde-86e6-eb5cd07730fe', consent: 'administrator' },
    application: { id: '7e05723c-0bb0-42da-be95-ae9f08a6e53c' },
  },
  'Device.Read.All': {
    delegated: { id: '951183d1-1a61-466f-a6d1-1fde911bfd95', consent: 'administrator' },
    application: { id: '7438b122-aefc-4978-80ed-43db9fcc7715' },
  },
  'Device.ReadWrite.All': {
    delegated: { id: 'c9831451-0da3-5866-bddd-193f953fcaea', consent: 'administrator' },
    application: { id: '1138cb37-bd11-4084-a2b7-9f71582aeddb' },
  },
} as const satisfies Readonly<Record<string, GraphPermission>>

/** A permission's name, as it stands in `scp` and `roles`. */
export type GraphPermissionName = keyof typeof graphPermissions

/** Every name. */
export const graphPermissionNames: readonly GraphPermissionName[] =
  Object.keys(graphPermissions).filter(isGraphPermission)

/** Whether there is such a permission. Names are spelt as Graph spells them. */
export function isGraphPermission(name: string): name is GraphPermissionName {
  return Object.hasOwn(graphPermissions, name)
}

/** Find a permission by its name. */
export function findGraphPermission(name: string): GraphPermission | undefined {
  return isGraphPermission(name) ? graphPermissions[name] : undefined
}

/** Whether only an administrator may agree that an app does this in a person's name. What is unknown is theirs, too. */
export function needsAdministrator(name: string): boolean {
  return findGraphPermission(name)?.delegated.consent !== 'person'
}
