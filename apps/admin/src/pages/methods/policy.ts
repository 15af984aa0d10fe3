import { useClient } from '@latchkey/front'
import type { MethodConfigurationDocument, MethodConfigurationId } from '@latchkey/policy'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { RuleRequest } from '../../lock-out/rule-change.ts'

/** What the policy says about one method. */
export type Configuration<Id extends MethodConfigurationId> = Extract<
  MethodConfigurationDocument,
  { readonly id: Id }
>

export type Passkeys = Configuration<'Fido2'>

/** One kind of passkey that is welcome. */
export type Profile = Passkeys['passkeyProfiles'][number]

/** Whom a method is for, or not for. */
export type Target = Pick<Passkeys['excludeTargets'][number], 'targetType' | 'id'>

interface MethodsPolicy {
  readonly authenticationMethodConfigurations: readonly MethodConfigurationDocument[]
}

const path = '/policies/authenticationMethodsPolicy'

/** What the policy says about every method. */
export function useConfigurations(): readonly MethodConfigurationDocument[] {
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['rules', 'methodsPolicy'],
    queryFn: ({ signal }) => client.get<MethodsPolicy>(path, { signal }),
  })
  return data.authenticationMethodConfigurations
}

/** What the policy says about one method. @throws Error if it says nothing: there is one of each */
export function useConfiguration<Id extends MethodConfigurationId>(id: Id): Configuration<Id> {
  const found = useConfigurations().find((each): each is Configuration<Id> => each.id === id)
  if (found === undefined) throw new Error(`there is no configuration ${id}`)
  return found
}

/** The request that changes what the policy says about a method. */
export function toRequest<Id extends MethodConfigurationId>(
  configuration: Configuration<Id>,
  change: Partial<Configuration<Id>>,
): RuleRequest {
  return {
    method: 'PATCH',
    path: `${path}/authenticationMethodConfigurations/${configuration.id}`,
    body: { '@odata.type': configuration['@odata.type'], ...change },
  }
}
