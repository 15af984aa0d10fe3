import type { AuditRecord } from './audit/audit-store.ts'
import type { Visitor } from './deps.ts'
import type { Session } from './sessions/session.ts'

/** Who does something. */
export type Actor = AuditRecord['actor']

/** On whose behalf a change is made, and in which request. */
export interface Attribution {
  readonly actor: Actor
  readonly correlationId?: string
  readonly ipAddress?: string
}

/** A change to one person. */
export interface PersonTarget extends Attribution {
  readonly tenantId: string
  readonly userId: string
}

/** What a person does for themselves, in their own session. */
export function byThemselves(session: Pick<Session, 'tenantId' | 'userId'>, visitor: Visitor): PersonTarget {
  return {
    tenantId: session.tenantId,
    userId: session.userId,
    actor: { kind: 'person', userId: session.userId },
    correlationId: visitor.correlationId,
    ipAddress: visitor.ipAddress,
  }
}
