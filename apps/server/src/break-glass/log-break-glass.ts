import type { AuditRecord, AuditStore, Shelves, Stores } from '@latchkey/identity'
import type { FastifyBaseLogger } from 'fastify'

/**
 * Say aloud in the server's own log what the audit is told of accounts for emergencies, once it is kept: whoever watches
 * the log hears of it even if no mail arrives.
 */
export function logBreakGlass<S extends Shelves>(
  stores: Stores<S>,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Stores<S> {
  const say = ({ tenantId, auditId, correlationId, activity, target, ipAddress }: AuditRecord) =>
    log.warn(
      { alert: activity, tenantId, auditId, correlationId, userId: target.id, ipAddress },
      'an account for emergencies',
    )
  return {
    ...stores,
    audit: hearing(stores.audit, say),
    async atomically<T>(unit: (tx: S) => Promise<T>): Promise<T> {
      let heard: AuditRecord[] = []
      const result = await stores.atomically((tx) => {
        heard = []
        return unit({ ...tx, audit: hearing(tx.audit, (record) => heard.push(record)) })
      })
      heard.forEach(say)
      return result
    },
  }
}

function hearing(store: AuditStore, hear: (record: AuditRecord) => void): AuditStore {
  return {
    ...store,
    async append(record) {
      await store.append(record)
      if (record.activity.startsWith('break_glass_')) hear(record)
    },
  }
}
