import type { Deps } from '@latchkey/identity'
import { changeRules } from '@latchkey/identity/administer'
import { applyConfigurationPatch, configurationTypes } from '@latchkey/policy'

/** Let everybody of an organisation approve sign-ins on a registered device. */
export async function allowApprovals(deps: Deps, tenantId: string): Promise<void> {
  await changeRules(deps, { tenantId, actor: { kind: 'operator' } }, [
    {
      kind: 'methodsPolicy',
      id: 'authenticationMethodsPolicy',
      change(before) {
        if (before === undefined) throw new Error('there is always a methods policy')
        const body = { '@odata.type': configurationTypes.MicrosoftAuthenticator, state: 'enabled' }
        const stamp = { at: deps.now().toISOString(), newId: () => '' }
        return applyConfigurationPatch(before, 'MicrosoftAuthenticator', body, stamp)
      },
    },
  ])
}
