import {
  beginRegistration,
  describeModel,
  finishRegistration,
  IdentityRefusal,
  removePasskey,
  renamePasskey,
} from '@latchkey/identity'
import { findSystemName } from '@latchkey/words'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import { toShownProblem } from '../page/shown-problem.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { explainFailure } from '../sign-in/explain-failure.ts'
import { readAccountSignal } from './account-signal.ts'
import { ceremonyOf, passkeyKinds } from './add-passkey-page.ts'
import { idOf } from './describe-passkey.ts'
import { getVisit, type PortalVisit } from './enter-portal.ts'

export const Begin = z.object({ kind: z.enum(passkeyKinds) })
export const Finish = z.object({ response: z.unknown() })
export const Name = z.object({ name: z.string().trim().min(1).max(60) })

export const Explain = z.object({
  failure: z.object({
    ceremony: z.enum(['get', 'create']),
    name: z.string().max(100),
    message: z.string().max(500),
    elapsedMilliseconds: z.number(),
    timeoutMilliseconds: z.number(),
    automatic: z.boolean(),
    focused: z.boolean(),
    framed: z.boolean(),
    secure: z.boolean(),
    transports: z.array(z.string().max(32)).max(16),
    capabilities: z.record(z.string().max(64), z.boolean()),
  }),
})

/** Adding, naming and deleting one's own passkeys. */
export const passkeyRoutes: ServerPlugin = async (app, { deps }) => {
  app.post('/security-info/passkeys/begin', async (request) => {
    const { session } = await getVisit(deps, request, registerTarget)
    const { kind } = readBody(Begin, request)
    const options = await beginRegistration(deps, {
      session,
      visitor: request.visitor,
      binding: { purpose: 'register', context: '' },
      ...ceremonyOf[kind],
    })
    return { options }
  })

  app.post('/security-info/passkeys/finish', async (request) => {
    const visit = await getVisit(deps, request, registerTarget)
    const { response } = readBody(Finish, request)
    const passkey = await finishRegistration(deps, {
      session: visit.session,
      response,
      visitor: request.visitor,
      binding: { purpose: 'register', context: '' },
      name: await proposeName(deps, visit, request, response),
      createdBy: 'self',
    })
    return {
      rename: `/security-info/passkeys/${idOf(passkey)}/name`,
      name: passkey.name,
      signal: await readAccountSignal(deps, visit.person),
    }
  })

  app.post('/security-info/passkeys/:id/name', async (request) => {
    const { session } = await getVisit(deps, request)
    const { name } = readBody(Name, request)
    await renamePasskey(deps, { session, credentialId: readId(request), name, visitor: request.visitor })
    return { navigate: '/security-info' }
  })

  app.post('/security-info/passkeys/:id/remove', async (request) => {
    const { session, person } = await getVisit(deps, request)
    await removePasskey(deps, { session, credentialId: readId(request), visitor: request.visitor })
    return { signal: await readAccountSignal(deps, person) }
  })

  app.post('/security-info/explain', async (request) => {
    const { said } = await getVisit(deps, request)
    const { failure } = readBody(Explain, request)
    const code = explainFailure(failure)
    request.log.info({ code, name: failure.name }, 'the browser gave no passkey')
    return { ...toShownProblem(said, code), correlationId: request.id }
  })
}

/** What to call a new passkey until its owner says otherwise: where it lives, as far as one can see. */
async function proposeName(
  { stores, now }: ServerDeps,
  { said }: PortalVisit,
  request: FastifyRequest,
  response: unknown,
): Promise<string> {
  const { nameSuggestion } = said.securityInfo.addPasskey
  const { name } = await describeModel(stores, readClaimedAaguid(response), now())
  if (name !== undefined) return name.slice(0, 60)
  const system = findSystemName(request.visitor.userAgent)
  return system === undefined ? said.signIn.nameIt.suggestionUnknown : nameSuggestion({ device: system })
}

/** The AAGUID in `authenticatorData`, if the browser sends that apart: good for a name, established by nothing yet. */
function readClaimedAaguid(response: unknown): string {
  const read = z.object({ response: z.object({ authenticatorData: z.string() }) }).safeParse(response)
  if (!read.success) return ''
  const hex = Buffer.from(read.data.response.authenticatorData, 'base64url').subarray(37, 53).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** @throws IdentityRefusal `not_found` for what cannot be the id of a passkey */
function readId(request: FastifyRequest): Uint8Array {
  const read = z.object({ id: z.string().regex(/^[\w-]{1,1364}$/) }).safeParse(request.params)
  if (!read.success) throw new IdentityRefusal('not_found')
  return new Uint8Array(Buffer.from(read.data.id, 'base64url'))
}
