import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AskedTarget } from '../access/access-target.ts'
import type { ServerDeps } from '../server-deps.ts'
import { beginSignIn } from './begin-sign-in.ts'
import type { Flow } from './flow.ts'

/** How long the link works that carries a sign-in into another browser. */
const linkSeconds = 60 * 60

const purpose = 'resume'

const Resume = z.object({
  to: z.string(),
  strength: z.enum(['singleFactor', 'multiFactor', 'passwordless', 'phishingResistant']),
  userId: z.string().optional(),
  asked: AskedTarget.optional(),
  tenantId: z.string().optional(),
  userName: z.string().optional(),
  app: z.object({ clientId: z.string(), displayName: z.string() }).optional(),
  madeAt: z.number(),
})

/**
 * Make the link that begins a sign-in anew in another browser: the same destination, the same name. It carries nothing
 * that was proven and is bound to nobody; whoever opens it signs in for themselves.
 */
export function resumeUrl(deps: ServerDeps, flow: Flow): URL {
  const { restart, require, userName, app } = flow
  const resume: z.input<typeof Resume> = {
    to: restart,
    strength: require.strength,
    userId: require.userId,
    asked: require.asked,
    tenantId: flow.anyTenant ? undefined : flow.tenantId,
    userName,
    app,
    madeAt: deps.now().getTime(),
  }
  const sealed = deps.keyring.seal(purpose, Buffer.from(JSON.stringify(resume)), new Uint8Array())
  return new URL(`/sign-in/resume?with=${Buffer.from(sealed).toString('base64url')}`, deps.config.url)
}

/** Begin the sign-in that such a link carries. @returns where to go, or `undefined` if the link is none or too old */
export function resumeSignIn(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sealed: string | undefined,
): string | undefined {
  const resume = Resume.safeParse(openJson(deps, sealed ?? ''))
  if (!resume.success) return undefined
  const { to, strength, userId, asked, tenantId, userName, app, madeAt } = resume.data
  if (deps.now().getTime() - madeAt > linkSeconds * 1000) return undefined
  return beginSignIn(deps, request, reply, {
    to,
    require: { strength, userId, asked },
    tenantId,
    app,
    loginHint: userName,
  })
}

function openJson(deps: ServerDeps, sealed: string): unknown {
  try {
    return JSON.parse(
      Buffer.from(deps.keyring.open(purpose, Buffer.from(sealed, 'base64url'), new Uint8Array())).toString(),
    )
  } catch {
    // Not ours, or damaged when it was copied.
    return undefined
  }
}
