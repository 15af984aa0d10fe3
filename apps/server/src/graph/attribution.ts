import type { Attribution } from '@latchkey/identity'
import type { GraphCall } from './graph-route.ts'

/** On whose behalf a change is made: the person in their app, or the app itself. */
export function by({ tenant, caller, visitor }: GraphCall): Attribution & { readonly tenantId: string } {
  const { clientId } = caller
  return {
    tenantId: tenant.tenantId,
    actor:
      caller.kind === 'delegated'
        ? { kind: 'person', userId: caller.person.userId, clientId }
        : { kind: 'app', clientId },
    correlationId: visitor.correlationId,
    ipAddress: visitor.ipAddress,
  }
}
