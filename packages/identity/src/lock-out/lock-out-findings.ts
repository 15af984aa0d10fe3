import { hash } from 'node:crypto'
import type { AffectedPerson, LockOutReport } from '@latchkey/policy'
import type { LockOutAsk } from './lock-out-ask.ts'

/** What a change would do to people, and until when that is known to be so. */
export interface LockOutFindings {
  /** What was asked: findings about another change, or about rules that have changed, are not these. */
  readonly key: string
  /** What people had: `LockOutStore.readStamp` from `stampFrom` on. If it says something else now, people have moved. */
  readonly stamp: string
  readonly stampFrom: string
  /** A pass begins or ends then, or too much time has passed. */
  readonly goodUntil: Date
  readonly counts: LockOutReport['counts']
  /** How many of all who were asked about would stand where, whether the change moves them or not. */
  readonly everybody: LockOutReport['everybody']
  /** Everybody who would be worse off, by user id: those who could help themselves, too. */
  readonly worse: readonly AffectedPerson[]
  /** Those who would be worse off, and could neither sign in nor help themselves. By user id. */
  readonly shutOut: readonly AffectedPerson[]
  /** Stands for exactly that list. */
  readonly acknowledgement: string
  /** Whether nobody could administer any more; accounts for emergencies are not counted. */
  readonly lastAdministratorLost: boolean
}

/** When a document was written is nothing that anybody decides by; a change that is made anew says another time. */
const stamps = new Set(['createdDateTime', 'modifiedDateTime', 'lastModifiedDateTime'])

/** Name a change: the same for the same documents and people moved, as far as anybody is let in by them. */
export function keyOfAsk(ask: LockOutAsk): string {
  return digest(JSON.stringify(ask, (name, value) => (stamps.has(name) ? undefined : value)))
}

/**
 * Name a list of people who would be shut out: SHA-256, base64url, of canonical JSON. The same people, each as badly off,
 * in the same organisation, have the same name; nothing else has it.
 */
export function nameList(tenantId: string, shutOut: readonly AffectedPerson[]): string {
  return digest(JSON.stringify([tenantId, shutOut.map(({ userId, after }) => [userId, after])]))
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}
