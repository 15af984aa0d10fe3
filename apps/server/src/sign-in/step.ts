import type { Binding, Tenant } from '@latchkey/identity'
import type { Words } from '@latchkey/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import { readSession, type SignedInVisitor } from '../http/session.ts'
import { ensureVisit, noteStart } from '../http/visitor.ts'
import { requestWords } from '../page/request-words.ts'
import type { ServerDeps } from '../server-deps.ts'
import { type Flow, findFlow, sealFlow } from './flow.ts'

/** One request on the way through sign-in: a page, or an answer to one. */
export interface Step {
  readonly deps: ServerDeps
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly said: Words
  readonly flow: Flow
  /** Absent as long as nobody has said which organisation. */
  readonly tenant: Tenant | undefined
}

/** The pages of sign-in. */
export type StepPage =
  | 'passkey'
  | 'password'
  | 'pass'
  | 'code'
  | 'approve'
  | 'options'
  | 'another-way'
  | 'stronger'
  | 'secure'
  | 'nudge'
  | 'second'
  | 'name-passkey'
  | 'default'
  | 'stay'
  | 'terms'
  | 'blocked'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Make a handler for a page: it finds the flow of the address, or says that the page is too old. */
export function onPage(deps: ServerDeps, show: (step: Step) => Promise<FastifyReply>): Handler {
  return async (request, reply) => {
    const step = await findStep(deps, request, reply, readQuery(request, 'flow'))
    return step === undefined ? await refuseStale(deps, request, reply) : await show(step)
  }
}

/** Make a handler for what a page's script sends: JSON with the flow in it. What `act` returns is the answer. */
export function onAnswer<T extends z.ZodRawShape>(
  deps: ServerDeps,
  shape: T,
  act: (step: Step, body: z.infer<z.ZodObject<T>>) => Promise<object>,
): Handler {
  const Body = z.object(shape)
  const WithFlow = z.object({ flow: z.string() })
  return async (request, reply) => {
    const { flow } = readBody(WithFlow, request)
    const body = readBody(Body, request)
    const step = await findStep(deps, request, reply, flow)
    if (step === undefined) return await refuseStale(deps, request, reply)
    const answer = await act(step, body)
    return reply.sent ? reply : reply.send(answer)
  }
}

/** The address of a page of this flow, with what changes in it. */
export function pageUrl({ deps, request, flow }: Step, page: StepPage, change: Partial<Flow> = {}): string {
  return `/sign-in/${page}?flow=${sealFlow(deps, request.visitor, { ...flow, ...change })}`
}

/** The address of the page that asks for the name, for whoever wants another account. */
export function startUrl({ deps, request, flow }: Step, change: Partial<Flow> = {}): string {
  const nobody = { userName: undefined, tenantId: flow.anyTenant ? undefined : flow.tenantId }
  return `/sign-in?flow=${sealFlow(deps, request.visitor, { ...flow, ...nobody, ...change })}`
}

/** What the ceremonies of this flow are bound to. */
export function bindingOf({ flow }: Step, purpose: Binding['purpose'] = 'sign-in'): Binding {
  return { purpose, context: flow.id }
}

/** Who is signed in, in the organisation this flow is about. */
export async function findSignedIn({ deps, request, flow }: Step): Promise<SignedInVisitor | undefined> {
  return flow.tenantId === undefined ? undefined : await readSession(deps, request, flow.tenantId)
}

/** A value of the address, if it is there once. */
export function readQuery(request: FastifyRequest, name: string): string | undefined {
  const query = z.record(z.string(), z.unknown()).parse(request.query)
  const value = query[name]
  return typeof value === 'string' ? value : undefined
}

async function findStep(
  deps: ServerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sealed: string | undefined,
): Promise<Step | undefined> {
  const flow = findFlow(deps, request.visitor, sealed)
  if (flow === undefined) return undefined
  ensureVisit(deps, request, reply)
  noteStart(deps, request, flow.startedAt)
  const tenant = flow.tenantId === undefined ? undefined : await deps.stores.tenants.find(flow.tenantId)
  return { deps, request, reply, said: requestWords(request), flow, tenant }
}

function refuseStale(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendProblem(deps, request, reply, { code: 'flow_stale', status: 410 })
}
