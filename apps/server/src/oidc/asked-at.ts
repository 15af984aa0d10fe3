import type { FastifyReply, FastifyRequest } from 'fastify'
import { ensureVisit } from '../http/visitor.ts'
import type { ServerDeps } from '../server-deps.ts'
import { ownParameters } from './authorization-ask.ts'

const purpose = 'asked'

/** As long as a visit to the sign-in pages may take. Whoever comes later is asked again, and that is all. */
const longestSeconds = 60 * 60

/**
 * Write down when a request came in that names no tenant, for the address that sign-in leads back to. Sealed for this
 * browser: what was proven since then counts as done for the request, so no app and no program may choose the moment.
 */
export function sealAskedAt(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): string {
  ensureVisit(deps, request, reply)
  const at = Buffer.from(String(deps.now().getTime()))
  const sealed = deps.keyring.seal(purpose, at, request.visitor.visitHash)
  return Buffer.from(sealed).toString('base64url')
}

/** When a request came in that was asked before. @returns `undefined` for one that comes for the first time */
export function findAskedAt(
  deps: Pick<ServerDeps, 'keyring' | 'now'>,
  { visitor }: Pick<FastifyRequest, 'visitor'>,
  sent: URLSearchParams,
): Date | undefined {
  const sealed = sent.get(ownParameters.asked)
  if (sealed === null) return undefined
  try {
    const opened = deps.keyring.open(purpose, Buffer.from(sealed, 'base64url'), visitor.visitHash)
    const asked = Number(Buffer.from(opened).toString())
    const age = deps.now().getTime() - asked
    return age >= 0 && age <= longestSeconds * 1000 ? new Date(asked) : undefined
  } catch {
    // An app wrote it, or it is another browser's: the request begins now.
    return undefined
  }
}
