import { applicationRoutes } from './apps/application-routes.ts'
import { servicePrincipalRoutes } from './apps/service-principal-routes.ts'
import { deviceRoutes } from './directory/device-routes.ts'
import { domainRoutes } from './directory/domain-routes.ts'
import { groupRoutes } from './directory/group-routes.ts'
import { organizationRoutes } from './directory/organization-routes.ts'
import { recoveryContactRoutes } from './directory/recovery-contact-routes.ts'
import { roleRoutes } from './directory/role-routes.ts'
import { userRoutes } from './directory/user-routes.ts'
import type { GraphRoute } from './graph-route.ts'
import { appRoutes } from './latchkey/app-routes.ts'
import { authenticatorSettingsRoutes } from './latchkey/authenticator-settings-routes.ts'
import { brandingRoutes } from './latchkey/branding-routes.ts'
import { breakGlassRoutes } from './latchkey/break-glass-routes.ts'
import { checkRoutes } from './latchkey/check-routes.ts'
import { explainRoutes } from './latchkey/explain-routes.ts'
import { historyRoutes } from './latchkey/history-routes.ts'
import { homeRoutes } from './latchkey/home-routes.ts'
import { impactRoutes } from './latchkey/impact-routes.ts'
import { importRoutes } from './latchkey/import-routes.ts'
import { latchkeyLogRoutes } from './latchkey/log-routes.ts'
import { logStreamRoutes } from './latchkey/log-stream-routes.ts'
import { metadataRoutes } from './latchkey/metadata-routes.ts'
import { modelRoutes } from './latchkey/model-routes.ts'
import { organisationSettingsRoutes } from './latchkey/organization-settings-routes.ts'
import { ownAuthenticatorRoutes } from './latchkey/own-authenticator-routes.ts'
import { passRequestRoutes } from './latchkey/pass-request-routes.ts'
import { peopleImportRoutes } from './latchkey/people-import-routes.ts'
import { peopleRoutes } from './latchkey/people-routes.ts'
import { providerRoutes } from './latchkey/provider-routes.ts'
import { guideRoutes } from './latchkey/rollout/guide-routes.ts'
import { mailRoutes } from './latchkey/rollout/mail-routes.ts'
import { mailTextRoutes } from './latchkey/rollout/mail-text-routes.ts'
import { nudgeRoutes } from './latchkey/rollout/nudge-routes.ts'
import { numbersRoutes } from './latchkey/rollout/numbers-routes.ts'
import { personStepsRoutes } from './latchkey/rollout/person-steps-routes.ts'
import { pilotRoutes } from './latchkey/rollout/pilot-routes.ts'
import { posterRoutes } from './latchkey/rollout/poster-routes.ts'
import { preflightRoutes } from './latchkey/rollout/preflight-routes.ts'
import { wavePeopleRoutes } from './latchkey/rollout/wave-people-routes.ts'
import { waveProposalRoutes } from './latchkey/rollout/wave-proposal-routes.ts'
import { waveRoutes } from './latchkey/rollout/wave-routes.ts'
import { trustRootRoutes } from './latchkey/trust-root-routes.ts'
import { logRoutes } from './logs/log-routes.ts'
import { methodRoutes } from './methods/method-routes.ts'
import { provisioningRoutes } from './methods/provisioning-routes.ts'
import { accessPolicyRoutes } from './policies/access-policy-routes.ts'
import { agreementRoutes } from './policies/agreement-routes.ts'
import { evaluateRoutes } from './policies/evaluate-routes.ts'
import { methodsPolicyRoutes } from './policies/methods-policy-routes.ts'
import { strengthRoutes } from './policies/strength-routes.ts'
import { reportRoutes } from './reports/report-routes.ts'

/** Everything the API answers. */
export const graphRoutes: readonly GraphRoute[] = [
  ...userRoutes,
  ...recoveryContactRoutes,
  ...groupRoutes,
  ...deviceRoutes,
  ...roleRoutes,
  ...organizationRoutes,
  ...domainRoutes,
  ...applicationRoutes,
  ...appRoutes,
  ...organisationSettingsRoutes,
  ...brandingRoutes,
  ...breakGlassRoutes,
  ...servicePrincipalRoutes,
  ...methodRoutes,
  ...provisioningRoutes,
  ...methodsPolicyRoutes,
  ...strengthRoutes,
  ...accessPolicyRoutes,
  ...evaluateRoutes,
  ...agreementRoutes,
  ...explainRoutes,
  ...modelRoutes,
  ...metadataRoutes,
  ...trustRootRoutes,
  ...providerRoutes,
  ...ownAuthenticatorRoutes,
  ...historyRoutes,
  ...passRequestRoutes,
  ...authenticatorSettingsRoutes,
  ...importRoutes,
  ...checkRoutes,
  ...impactRoutes,
  ...logRoutes,
  ...latchkeyLogRoutes,
  ...logStreamRoutes,
  ...homeRoutes,
  ...peopleImportRoutes,
  ...peopleRoutes,
  ...numbersRoutes,
  ...mailRoutes,
  ...guideRoutes,
  ...mailTextRoutes,
  ...posterRoutes,
  ...personStepsRoutes,
  ...nudgeRoutes,
  ...preflightRoutes,
  ...pilotRoutes,
  ...waveRoutes,
  ...waveProposalRoutes,
  ...wavePeopleRoutes,
  ...reportRoutes,
]
