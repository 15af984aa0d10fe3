/** Where a request stands in a trace that began before us. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** 16 hexadecimal digits: the caller's step. */
  readonly parentId: string
  readonly sampled: boolean
}

const traceparent =
  /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/**
 * Read a `traceparent` header. Whatever does not parse counts as absent, as the specification asks.
 *
 * @see https://www.w3.org/TR/trace-context-1/#traceparent-header
 */
export function readTraceparent(header: unknown): TraceContext | undefined {
  const match = typeof header === 'string' ? traceparent.exec(header) : null
  const [, version, traceId, parentId, flags, more] = match ?? []
  if (traceId === undefined || parentId === undefined || flags === undefined) return undefined
  // Version 00 ends after the flags; later ones may say more.
  if (version === '00' && more !== undefined) return undefined
  return { traceId, parentId, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}
