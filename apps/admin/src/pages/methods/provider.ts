import type { Page } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { useSuspenseQuery } from '@tanstack/react-query'

/** A provider on one system. */
export interface Phone {
  readonly storeUrl: string
  readonly minimumAppVersion: string | null
  readonly minimumVersion: string
}

/** An app that keeps passkeys on phones, as the organisation describes it. */
export interface Provider {
  readonly id: string
  readonly displayName: string
  readonly aaGuids: readonly string[]
  readonly platforms: { readonly iOS: Phone | null; readonly android: Phone | null }
}

export const providersPath = '/latchkey/describedProviders'

/** The systems a provider can be for. */
export const systems = ['iOS', 'android'] as const

/** Every provider that is described. */
export function useProviders(): readonly Provider[] {
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['providers'],
    queryFn: ({ signal }) => client.get<Page<Provider>>(providersPath, { signal }),
  })
  return data.value
}
