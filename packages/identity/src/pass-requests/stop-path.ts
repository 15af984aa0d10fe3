import type { PassRequest } from './pass-request-store.ts'

/** Where a request is stopped: the address that the person's mails name. Who knows it can stop this one, and no more. */
export function stopPath({ tenantId, requestId }: Pick<PassRequest, 'tenantId' | 'requestId'>): string {
  return `/pass-request/stop?t=${tenantId}&r=${requestId}`
}
