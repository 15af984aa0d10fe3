/** What a link to help with messages may say. */
interface HelpLink {
  /** Absent: the page to search from. */
  readonly code?: string
  /** A domain or a tenant's id: whose colours and help desk the page shows. */
  readonly domain?: string | undefined
  readonly correlationId?: string
}

/** The address of help with a message. It names no person. */
export function helpAddress({ code, domain, correlationId }: HelpLink): string {
  const query = new URLSearchParams({
    ...(domain !== undefined && { domain }),
    ...(correlationId !== undefined && { correlation: correlationId }),
  })
  const path = code === undefined ? '/help' : `/help/${encodeURIComponent(code)}`
  return query.size === 0 ? path : `${path}?${query}`
}
