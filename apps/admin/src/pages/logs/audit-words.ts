import { useSaidIn } from '../../said.ts'
import type { AuditEntry } from './log-entries.ts'

/** How the log speaks of changes. */
export function useAuditWords() {
  const { logs } = useSaidIn('records')
  return {
    who({ actorKind, actorName, actorUserName, actorId, actorAppName }: AuditEntry): string {
      if (actorKind === 'person') return actorName ?? actorUserName ?? actorId ?? logs.noName
      if (actorKind === 'app') return actorAppName ?? logs.actors.app
      return logs.actors[actorKind]
    },
    activity: ({ activity, activityDisplayName }: AuditEntry) => {
      const named: Readonly<Record<string, string>> = logs.activities
      return Object.hasOwn(named, activity) ? (named[activity] ?? activity) : activityDisplayName
    },
    target: ({ targetName, targetId }: AuditEntry) => targetName ?? targetId,
  }
}
