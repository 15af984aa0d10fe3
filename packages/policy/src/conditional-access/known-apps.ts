/**
 * Our own surfaces, as applications that rules can name. Their ids are fixed, and those that Graph knows are Graph's,
 * so that a policy written for it means the same here.
 */
export const knownApps = {
  /** The HTTP API that administrators and scripts speak. */
  graph: '00000003-0000-0000-c000-000000000000',
  /** The admin centre. */
  adminCentre: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
  /** The page where people see and change their sign-in methods. */
  securityInfo: '19db86c3-b2b9-44cc-b339-36da233a3be2',
  /** Where a device joins the organisation. */
  deviceRegistration: '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9',
} as const

/** Words that stand for several applications, and which of ours they are. `Office365` is nothing of ours. */
export const appGroups: Readonly<Record<'Office365' | 'MicrosoftAdminPortals', readonly string[]>> = {
  Office365: [],
  MicrosoftAdminPortals: [knownApps.adminCentre],
}

/** What somebody does rather than opens, as policies name it. */
export type UserAction = 'urn:user:registersecurityinfo' | 'urn:user:registerdevice'

/** Every user action. */
export const userActions: readonly UserAction[] = ['urn:user:registersecurityinfo', 'urn:user:registerdevice']

/** The surface on which each user action happens: policies for that application hold for the action too. */
export const appOfAction: Readonly<Record<UserAction, string>> = {
  'urn:user:registersecurityinfo': knownApps.securityInfo,
  'urn:user:registerdevice': knownApps.deviceRegistration,
}

/** An application's id as ids are compared: GUIDs in small letters, other ids as they are. */
export function toAppId(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : id
}
