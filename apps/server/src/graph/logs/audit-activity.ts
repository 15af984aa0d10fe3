/** What Graph's log says of a change: what it is called, what it belongs to and who keeps it. */
export interface GraphActivity {
  readonly activityDisplayName: string
  readonly category: string
  readonly loggedByService: string
  readonly operationType: string
}

const core = 'Core Directory'
const methods = 'Authentication Methods'
const access = 'Conditional Access'

/** Our names of changes in Graph's words, where it has them. */
const activities: Readonly<Record<string, readonly [string, string, string, string]>> = {
  person_added: ['Add user', 'UserManagement', core, 'Add'],
  person_changed: ['Update user', 'UserManagement', core, 'Update'],
  person_removed: ['Delete user', 'UserManagement', core, 'Delete'],
  person_enabled: ['Enable account', 'UserManagement', core, 'Update'],
  person_disabled: ['Disable account', 'UserManagement', core, 'Update'],
  password_set: ['Reset user password', 'UserManagement', core, 'Update'],
  password_changed: ['Change user password', 'UserManagement', core, 'Update'],
  sessions_revoked: ['Update StsRefreshTokenValidFrom Timestamp', 'UserManagement', core, 'Update'],
  role_granted: ['Add member to role', 'RoleManagement', core, 'Assign'],
  role_revoked: ['Remove member from role', 'RoleManagement', core, 'Unassign'],
  group_added: ['Add group', 'GroupManagement', core, 'Add'],
  group_changed: ['Update group', 'GroupManagement', core, 'Update'],
  group_removed: ['Delete group', 'GroupManagement', core, 'Delete'],
  member_added: ['Add member to group', 'GroupManagement', core, 'Assign'],
  member_removed: ['Remove member from group', 'GroupManagement', core, 'Unassign'],
  app_added: ['Add application', 'ApplicationManagement', core, 'Add'],
  app_changed: ['Update application', 'ApplicationManagement', core, 'Update'],
  app_removed: ['Delete application', 'ApplicationManagement', core, 'Delete'],
  app_secret_added: [
    'Update application - Certificates and secrets management',
    'ApplicationManagement',
    core,
    'Update',
  ],
  app_secret_removed: [
    'Update application - Certificates and secrets management',
    'ApplicationManagement',
    core,
    'Update',
  ],
  app_assigned: ['Add app role assignment grant to user', 'ApplicationManagement', core, 'Assign'],
  app_unassigned: ['Remove app role assignment from user', 'ApplicationManagement', core, 'Unassign'],
  consent_given: ['Consent to application', 'ApplicationManagement', core, 'Assign'],
  consent_withdrawn: ['Remove delegated permission grant', 'ApplicationManagement', core, 'Unassign'],
  tenant_created: ['Create company', 'DirectoryManagement', core, 'Add'],
  passkey_added: ['User registered security info', 'UserManagement', methods, 'Add'],
  first_passkey_with_password: ['User registered security info', 'UserManagement', methods, 'Add'],
  passkey_renamed: ['User updated security info', 'UserManagement', methods, 'Update'],
  passkey_removed: ['User deleted security info', 'UserManagement', methods, 'Delete'],
  pass_issued: ['Admin registered security info', 'UserManagement', methods, 'Add'],
  pass_removed: ['Admin deleted security info', 'UserManagement', methods, 'Delete'],
  pass_requested: ['User requested a Temporary Access Pass', 'UserManagement', methods, 'Add'],
  pass_request_seconded: ['Admin confirmed a request for a pass', 'UserManagement', methods, 'Update'],
  pass_request_approved: ['Admin approved a request for a pass', 'UserManagement', methods, 'Update'],
  pass_request_refused: ['Admin refused a request for a pass', 'UserManagement', methods, 'Update'],
  pass_request_stopped: ['User stopped a request for a pass', 'UserManagement', methods, 'Update'],
  sign_in_disowned: ['User reported suspicious activity', 'UserManagement', methods, 'Update'],
  change_disowned: ['User reported suspicious activity', 'UserManagement', methods, 'Update'],
  approvals_set_up: ['User registered security info', 'UserManagement', methods, 'Add'],
  approvals_removed: ['User deleted security info', 'UserManagement', methods, 'Delete'],
  approval_denied: ['User denied a sign-in', 'UserManagement', methods, 'Update'],
  approval_reported: ['Fraud reported - user is not blocked for MFA', 'UserManagement', methods, 'Update'],
  approvals_paused: ['Approvals paused', 'UserManagement', methods, 'Update'],
  device_linked: ['Devices linked', 'UserManagement', methods, 'Add'],
  device_link_removed: ['Device link removed', 'UserManagement', methods, 'Delete'],
  device_link_refused: ['Device link refused', 'UserManagement', methods, 'Add'],
  browser_remembered: ['Browser remembered', 'UserManagement', methods, 'Add'],
  browser_forgotten: ['Browser forgotten', 'UserManagement', methods, 'Delete'],
  totp_added: ['User registered security info', 'UserManagement', methods, 'Add'],
  totp_removed: ['User deleted security info', 'UserManagement', methods, 'Delete'],
  default_method_chosen: ['User changed default security info', 'UserManagement', methods, 'Update'],
  methods_policy_changed: [
    'Authentication Methods Policy Update',
    'ApplicationManagement',
    methods,
    'Update',
  ],
  strength_added: ['Authentication Strength Policy Create', 'ApplicationManagement', methods, 'Add'],
  strength_changed: ['Authentication Strength Policy Update', 'ApplicationManagement', methods, 'Update'],
  strength_removed: ['Authentication Strength Policy Delete', 'ApplicationManagement', methods, 'Delete'],
  access_policy_added: ['Add conditional access policy', 'Policy', access, 'Add'],
  access_policy_changed: ['Update conditional access policy', 'Policy', access, 'Update'],
  access_policy_removed: ['Delete conditional access policy', 'Policy', access, 'Delete'],
  named_location_added: ['Add named location', 'Policy', access, 'Add'],
  named_location_changed: ['Update named location', 'Policy', access, 'Update'],
  named_location_removed: ['Delete named location', 'Policy', access, 'Delete'],
}

/**
 * Say a change in Graph's words; one it has no words for keeps ours, spelt out.
 *
 * @param byAnother whether somebody else than the person did it
 */
export function toGraphActivity(
  activity: string,
  { byAnother }: { readonly byAnother: boolean },
): GraphActivity {
  const known = Object.hasOwn(activities, activity) ? activities[activity] : undefined
  if (known === undefined) {
    const text = activity.replaceAll('_', ' ')
    return {
      activityDisplayName: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
      category: 'Other',
      loggedByService: 'Latchkey',
      operationType: '',
    }
  }
  const [name, category, loggedByService, operationType] = known
  const activityDisplayName = byAnother ? name.replace(/^User (?=\w+ security info)/, 'Admin ') : name
  return { activityDisplayName, category, loggedByService, operationType }
}
