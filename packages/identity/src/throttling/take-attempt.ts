import type { Shelves } from '../stores.ts'

/** What is counted, and for how long. */
export interface CountedAttempt {
  readonly tenantId: string
  readonly key: string
  readonly at: Date
  readonly windowSeconds: number
}

/** Count one more attempt in its window. A window that ends later than any does is a new one. */
export async function takeAttempt(
  { throttle }: Pick<Shelves, 'throttle'>,
  { tenantId, key, at, windowSeconds }: CountedAttempt,
): Promise<{ readonly attempts: number; readonly windowEndsAt: Date }> {
  const counted = await throttle.take(tenantId, key, at, windowSeconds)
  if (counted.windowEndsAt.getTime() <= at.getTime() + 2 * windowSeconds * 1000) return counted
  // The clock jumped back: a window that ends next year would shut somebody out until then.
  await throttle.remove(tenantId, key)
  return await throttle.take(tenantId, key, at, windowSeconds)
}
