/**
 * Segments that Graph itself has, as far as identity goes. A path made of them that we do not answer is "not
 * implemented"; a segment that stands here for nothing we know is "not found". A list of its names, not of what works.
 */
const segments = `
  $metadata $batch $count $ref $value $entity $query
  acceptances accessPackages accessReviews administrativeUnits adminConsentRequestPolicy adminConsentRequestPolicies admin
  agreementAcceptances agreements appCatalogs appConsent appManagementPolicies applications applicationTemplates
  appRoleAssignedTo appRoleAssignedResources appRoleAssignments assignLicense attributeSets auditLogs authentication
  authenticationContextClassReferences authenticationEventsFlows authenticationEventListeners authenticationMethodConfigurations
  authenticationMethodsPolicy authenticationMethodModes authenticationMethodDevices authenticationStrength
  authenticationStrengthPolicies authenticationStrengths authorizationPolicy b2cAuthenticationMethodsPolicy b2xUserFlows
  branding calendar certificateBasedAuthConfiguration certificateBasedAuthConfigurations checkMemberGroups
  checkMemberObjects claimsMappingPolicies combinationConfigurations combinations communications conditionalAccess
  conditionalAccessPolicies contacts contactFolders continuousAccessEvaluationPolicy contracts createdObjects
  creationOptions crossTenantAccessPolicy customSecurityAttributeDefinitions defaultAppManagementPolicy delegatedPermissionClassifications
  delta deleteditems deletedItems deployments deviceAppManagement deviceManagement deviceRegistrationPolicy devices directory directoryAudits
  directoryObjects directoryRoles directoryRoleTemplates directReports directorySettingTemplates domainNameReferences domains
  drive drives education emailMethods employeeExperience endpoints entitlementManagement evaluate events
  extensionProperties extensions externalAuthenticationMethods external externalIdentitiesPolicy
  featureRolloutPolicies federatedIdentityCredentials federationConfiguration fido2Methods filterOperators forceDelete functions
  getAvailableExtensionProperties getByIds getMemberGroups getMemberObjects governance groupLifecyclePolicies
  groups groupSettings groupSettingTemplates hardwareOathMethods homeRealmDiscoveryPolicies
  identity identityGovernance identityProtection identityProviders identitySecurityDefaultsEnforcementPolicy
  informationProtection inferenceClassification insights invalidateAllRefreshTokens invitations joinedTeams licenseDetails
  localizations lifecycleWorkflows manager mailFolders me memberOf members membersWithLicenseErrors messages methods
  microsoftAuthenticatorMethods mobileDeviceManagementPolicies mobileAppManagementPolicies multiTenantOrganization namedLocations
  oauth2PermissionGrants onenote onPremisesPublishingProfiles onPremisesSynchronization operations organization outlook ownedDevices
  ownedObjects owners partners passwordlessMicrosoftAuthenticatorMethods passwordMethods people permissionGrants permissionGrantPolicies
  permissionGrantPreApprovalPolicies phoneMethods photo photos places planner platformCredentialMethods policies presence print privacy
  privilegedAccess programControls provisioning qrCodePinMethod registeredDevices registeredOwners registeredUsers remoteDesktopSecurityConfiguration
  reports requirements resetPassword resourceAccountKeyAuthenticationMethods restore revokeSignInSessions
  riskDetections riskyUsers riskyServicePrincipals roleAssignments roleDefinitions roleManagement roleManagementPolicies
  roleManagementPolicyAssignments rolesAssignments schemaExtensions scopedRoleMembers scopedRoleMemberOf scopedMembers search security
  serviceConfigurationRecords servicePrincipals servicePrincipalSignInActivities setVerifiedPublisher settings sharepoint shares signInPreferences signIns signIn sites
  softwareOathMethods solutions sponsors subscribedSkus subscriptions synchronization targetDeviceGroups teams teamwork templates
  temporaryAccessPassMethods tenantRelationships termsOfUse todo tokenIssuancePolicies tokenLifetimePolicies transitiveMemberOf
  transitiveMembers updateAllowedCombinations usage usageRightsIncluded userInsights userRegistrationDetails userFlowAttributes users
  usersRegisteredByFeature usersRegisteredByMethod userEventsSummary userMfaSignInSummary userPasswordResetsAndChangesSummary
  userSignInsByAuthMethodSummary validateProperties verificationDnsRecords verify whatIf windowsHelloForBusinessMethods
  windowsUpdates addPassword removePassword addKey removeKey addGroup removeGroup renew instantiate validatePassword
  changePassword reprocessLicenseAssignment retryServiceProvisioning exportPersonalData sendMail authenticationMethods
  authenticationMethodConfiguration requestorManager summarizedSignIns userCredentialUsageDetails credentialUserRegistrationDetails`

const known = new Set(
  segments
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== ''),
)

/** Tell whether Graph has a segment of this name. */
export function isKnownSegment(name: string): boolean {
  return known.has(name.toLowerCase())
}
