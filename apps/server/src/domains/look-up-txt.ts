import { Resolver } from 'node:dns/promises'
import type { LookUpTxt } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'

/** What is no answer but "there is no such thing": the name, or a text at it. */
const nothingThere: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA'])

/**
 * Ask the DNS over the wire, the name servers that the operator names or those of this machine. Nothing is remembered:
 * whoever has just made a record wants to see it.
 */
export function txtLookUp({ config, log }: Pick<ServerDeps, 'config' | 'log'>): LookUpTxt {
  return async (name) => {
    const resolver = new Resolver({ timeout: 3000, tries: 2 })
    if (config.dnsServers.length > 0) resolver.setServers(config.dnsServers)
    try {
      // A long text comes in pieces.
      const records = await resolver.resolveTxt(name)
      return { kind: 'texts', texts: records.map((pieces) => pieces.join('')) }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (nothingThere.has(code)) return { kind: 'texts', texts: [] }
      log.warn({ err: error, name }, 'the DNS did not answer')
      return { kind: 'unreachable' }
    }
  }
}
