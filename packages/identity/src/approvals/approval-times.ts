import type { Shelves } from '../stores.ts'
import type { ApprovalRequest } from './approval-request-store.ts'

/** How long a request waits to be answered, and an answer to be used. */
export const approvalSeconds = 60

/** How long nobody is asked after too many denials. */
export const pauseSeconds = 60 * 60

/**
 * Whether a request waits for its answer. One that would wait longer than any does was made by a clock that ran ahead:
 * it is over, or it would stand in everybody's way until that clock is right.
 */
export function isWaiting({ state, expiresAt }: ApprovalRequest, now: Date): boolean {
  return state === 'waiting' && isWithin(expiresAt, now, approvalSeconds)
}

/** Whether an approval can still be used. One that was given by a clock that ran ahead cannot. */
export function isUsable({ state, answeredAt }: ApprovalRequest, now: Date): boolean {
  if (state !== 'approved' || answeredAt === undefined) return false
  return Math.abs(now.getTime() - answeredAt.getTime()) <= approvalSeconds * 1000
}

/** Find until when a person is asked nothing, if they are. A pause longer than any is none. */
export async function findPauseEnd(
  { approvalRequests }: Pick<Shelves, 'approvalRequests'>,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
  now: Date,
): Promise<Date | undefined> {
  const until = await approvalRequests.findPause(tenantId, userId)
  return until !== undefined && isWithin(until, now, pauseSeconds) ? until : undefined
}

/** Twice as far at most: the clocks of two servers may be apart. */
function isWithin(end: Date, now: Date, seconds: number): boolean {
  return end > now && end.getTime() <= now.getTime() + 2 * seconds * 1000
}
