import type { AddedPasskey, LandingOfPasskey } from '@latchkey/api'
import { compareLanding, type DescribedProvider, type Landed } from '@latchkey/guidance'
import {
  beginRegistration,
  describeModel,
  finishRegistration,
  IdentityRefusal,
  noteUnfinished,
  type PasskeyKind,
  passkeyKinds,
  removePasskey,
  renamePasskey,
  type Tenant,
} from '@latchkey/identity'
import { findSystemName } from '@latchkey/words'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { readBody } from '../http/read-body.ts'
import { ensureVisit } from '../http/visitor.ts'
import { toShownProblem } from '../page/shown-problem.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { explainFailure } from '../sign-in/explain-failure.ts'
import {
  noteBrowserFailure,
  noteRegistrationStep,
  promptMilliseconds,
} from '../steps/note-registration-step.ts'
import { readAccountSignal } from './account-signal.ts'
import { getVisit, type PortalVisit } from './enter-portal.ts'
import { listProviders } from './list-providers.ts'
import { readClaims } from './read-claims.ts'
import { readMethods, type ShownPasskey } from './read-methods.ts'
import { idOf, toModel, toPasskeyOfPerson } from './to-passkey-of-person.ts'

const Kind = z.enum(passkeyKinds)

/** Where a new passkey is to be kept; for an app of the organisation, which. */
const Asked = {
  kind: Kind,
  provider: z.string().max(60).optional(),
  /** Whether the app is on another device than this one. */
  otherDevice: z.boolean().optional(),
  keeping: z.enum(['thisDeviceOnly', 'synced']).optional(),
}

export const BeginPasskey = z.object(Asked)
export const FinishPasskey = z.object({ ...Asked, response: z.unknown() })
export const RenamePasskey = z.object({ name: z.string().trim().min(1).max(60) })
export const Unfinished = z.object({ kind: Kind, response: z.unknown().optional() })

export const ExplainFailure = z.object({
  kind: Kind,
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

const binding = { purpose: 'register', context: '' } as const

/** Adding, naming and deleting one's own passkeys. */
export const passkeysApi: ServerPlugin = async (app, { deps }) => {
  app.post('/security-info/api/passkeys/begin', async (request, reply) => {
    ensureVisit(deps, request, reply)
    const { session, tenant } = await getVisit(deps, request, registerTarget)
    const asked = readBody(BeginPasskey, request)
    await findProvider(deps, tenant, asked)
    noteRegistrationStep(request, session, 'started')
    const options = await beginRegistration(deps, {
      session,
      visitor: request.visitor,
      binding,
      ...ceremonyOf(asked),
    })
    return { options }
  })

  app.post('/security-info/api/passkeys/finish', async (request): Promise<AddedPasskey> => {
    const visit = await getVisit(deps, request, registerTarget)
    const { response, kind, ...asked } = readBody(FinishPasskey, request)
    const provider = await findProvider(deps, visit.tenant, { kind, ...asked })
    noteRegistrationStep(request, visit.session, 'promptShown')
    const { id } = await finishRegistration(deps, {
      session: visit.session,
      response,
      visitor: request.visitor,
      binding,
      name: await proposeName(deps, visit, request, { response, kind, provider }),
      kind,
      createdBy: 'self',
    })
    const passkey = await getShown(deps, visit, Buffer.from(id).toString('base64url'))
    return {
      passkey: toPasskeyOfPerson(deps, passkey, {
        last: false,
        providers: await listProviders(deps, visit.tenant),
      }),
      signal: await readAccountSignal(deps, visit.person),
      differences: compareLanding({ kind, provider, keeping: asked.keeping }, toLanded(passkey)),
      proven: passkey.attestation.trusted,
    }
  })

  app.get('/security-info/api/passkeys/:id/landing', async (request): Promise<LandingOfPasskey> => {
    const visit = await getVisit(deps, request)
    const asked = z.object(Asked).safeParse(request.query)
    if (!asked.success) throw new IdentityRefusal('invalid_input')
    const { kind, keeping } = asked.data
    const passkey = await getShown(deps, visit, idOf({ id: readId(request) }))
    const provider = await findProvider(deps, visit.tenant, asked.data)
    return {
      differences: compareLanding({ kind, provider, keeping }, toLanded(passkey)),
      proven: passkey.attestation.trusted,
    }
  })

  app.patch('/security-info/api/passkeys/:id', async (request) => {
    const { session, person } = await getVisit(deps, request)
    const { name } = readBody(RenamePasskey, request)
    await renamePasskey(deps, { session, credentialId: readId(request), name, visitor: request.visitor })
    return { signal: await readAccountSignal(deps, person) }
  })

  app.delete('/security-info/api/passkeys/:id', async (request) => {
    const { session, person } = await getVisit(deps, request)
    await removePasskey(deps, { session, credentialId: readId(request), visitor: request.visitor })
    return { signal: await readAccountSignal(deps, person) }
  })

  app.post('/security-info/api/explain', async (request) => {
    const { said, session } = await getVisit(deps, request)
    const { kind, failure } = readBody(ExplainFailure, request)
    const code = explainFailure(failure)
    noteBrowserFailure(request, session, { code, elapsedMilliseconds: failure.elapsedMilliseconds })
    request.log.info({ code, name: failure.name }, 'the browser gave no passkey')
    if (leavesSomething(code, failure.elapsedMilliseconds))
      await noteUnfinished(deps, { session, kind, code })
    return { code, ...toShownProblem(said, code), correlationId: request.id }
  })

  app.post('/security-info/api/unfinished', async (request) => {
    const { session } = await getVisit(deps, request)
    const { kind, response } = readBody(Unfinished, request)
    const { aaguid, credentialId } = readClaims(response)
    const code = response === undefined ? 'browser_aborted' : 'not_allowed_by_policy'
    await noteUnfinished(deps, { session, kind, code, ...(aaguid && { aaguid }) })
    if (credentialId === undefined) return {}
    // A device deletes what it is told that we do not know: said only if no organisation here does.
    const known = await deps.stores.credentials.findByRp(deps.rp.rpId, credentialId)
    if (known !== undefined) return {}
    return { unknown: { rpId: deps.rp.rpId, credentialId: idOf({ id: credentialId }) } }
  })

  app.delete('/security-info/api/unfinished/:kind', async (request) => {
    const { person } = await getVisit(deps, request)
    const read = z.object({ kind: Kind }).safeParse(request.params)
    if (!read.success) throw new IdentityRefusal('not_found')
    await deps.stores.unfinished.remove(person.tenantId, person.userId, read.data.kind)
    return {}
  })
}

/** What each kind asks of the browser. Hints order its offers; the attachment leaves the others out. */
function ceremonyOf({ kind, otherDevice }: z.infer<typeof BeginPasskey>): {
  readonly attachment: 'platform' | 'cross-platform'
  readonly hints: readonly string[]
} {
  if (kind === 'security-key') return { attachment: 'cross-platform', hints: ['security-key'] }
  const across = kind === 'other-device' || (kind === 'provider' && otherDevice === true)
  return across
    ? { attachment: 'cross-platform', hints: ['hybrid'] }
    : { attachment: 'platform', hints: ['client-device'] }
}

/** @throws IdentityRefusal `not_found` for an app that the organisation does not name */
async function findProvider(
  deps: ServerDeps,
  tenant: Tenant,
  { kind, provider }: { readonly kind: PasskeyKind; readonly provider?: string | undefined },
): Promise<DescribedProvider | undefined> {
  if (kind !== 'provider') return undefined
  const found = (await listProviders(deps, tenant)).find(({ id }) => id === provider)
  if (found === undefined) throw new IdentityRefusal('not_found', { detail: 'provider' })
  return found
}

/** @throws IdentityRefusal `not_found` */
async function getShown(deps: ServerDeps, { person }: PortalVisit, id: string): Promise<ShownPasskey> {
  const { passkeys } = await readMethods(deps, person)
  const found = passkeys.find((passkey) => idOf(passkey) === id)
  if (found === undefined) throw new IdentityRefusal('not_found', { detail: 'passkey' })
  return found
}

function toLanded(passkey: ShownPasskey): Landed {
  const { place } = toModel(passkey.model, passkey)
  return {
    aaguid: passkey.aaguid,
    proven: passkey.attestation.trusted,
    backupEligible: passkey.backupEligible,
    transports: passkey.transports,
    place: place === 'securityKey' ? place : place === 'unknown' ? 'unknown' : 'device',
  }
}

/** What to call a new passkey until its owner says otherwise: where it lives, as far as one can see. */
async function proposeName(
  { stores, now }: ServerDeps,
  { said }: PortalVisit,
  request: FastifyRequest,
  {
    response,
    kind,
    provider,
  }: {
    readonly response: unknown
    readonly kind: PasskeyKind
    readonly provider: DescribedProvider | undefined
  },
): Promise<string> {
  const { aaguid = '' } = readClaims(response)
  if (provider?.aaguids.includes(aaguid) === true) return provider.name.slice(0, 60)
  const { name } = await describeModel(stores, aaguid, now())
  if (name !== undefined) return name.slice(0, 60)
  if (kind === 'security-key') return said.securityInfo.securityKey
  const system = findSystemName(request.visitor.userAgent)
  const { suggestion, suggestionUnknown } = said.signIn.nameIt
  return system === undefined ? suggestionUnknown : suggestion({ device: system })
}

/** A prompt that somebody saw and nothing came of: a phone may have kept a passkey that never arrived. */
function leavesSomething(code: string, elapsedMilliseconds: number): boolean {
  return code !== 'browser_already_registered' && elapsedMilliseconds >= promptMilliseconds
}

/** @throws IdentityRefusal `not_found` for what cannot be the id of a passkey */
function readId(request: FastifyRequest): Uint8Array {
  const read = z.object({ id: z.string().regex(/^[\w-]{1,1364}$/) }).safeParse(request.params)
  if (!read.success) throw new IdentityRefusal('not_found')
  return new Uint8Array(Buffer.from(read.data.id, 'base64url'))
}
