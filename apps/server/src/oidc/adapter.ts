import { createHash } from 'node:crypto'
import { type Artefact, findApp, IdentityRefusal, openSealed, sha256 } from '@latchkey/identity'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { ServerDeps } from '../server-deps.ts'
import { toClientMetadata } from './client-metadata.ts'
import { graceSeconds } from './lifetimes.ts'

/** What the adapter needs. */
type AdapterDeps = Pick<ServerDeps, 'stores' | 'keyring' | 'now'>

/** What the adapter is told about the request that the provider is at. */
export interface AdapterHooks {
  /** Our session, for what does not say it itself. */
  readonly currentSessionId: () => string | undefined
  /** Makes the error for a code or a token that came twice. */
  readonly comesTwice: () => Error
}

const purpose = 'oidc-artefact'

/**
 * Keep what the provider keeps, for one tenant, in the artefact store.
 *
 * Ids are hashed and payloads sealed: whoever has the database has no code, no token, and nothing to make one of. What
 * may be used once is marked used by one statement; the second time ends everything that came of the first.
 */
export function openAdapter(deps: AdapterDeps, tenantId: string, hooks: AdapterHooks) {
  return (model: string): Adapter => {
    if (model === 'Client') return clientAdapter(deps, tenantId)
    if (model === 'Session') return noAdapter('our session is the only one')
    return artefactAdapter(deps, { tenantId, model, hooks })
  }
}

function artefactAdapter(
  deps: AdapterDeps,
  { tenantId, model, hooks }: { tenantId: string; model: string; hooks: AdapterHooks },
): Adapter {
  const { artefacts } = deps.stores
  const find = (id: string) => artefacts.find(tenantId, model, sha256(id), deps.now())

  return {
    async upsert(id, { jti: _, session: __, ...payload }, expiresIn) {
      const idHash = sha256(id)
      const grantId = model === 'Grant' ? id : payload.grantId
      const sessionId = payload.sessionUid ?? (model === 'Grant' ? hooks.currentSessionId() : undefined)
      await artefacts.put({
        tenantId,
        model,
        idHash,
        payload: sealPayload(deps, { tenantId, model, idHash }, payload),
        ...(grantId !== undefined && { grantId }),
        ...(payload.userCode !== undefined && { userCode: hashUserCode(payload.userCode) }),
        ...(sessionId !== undefined && { sessionId }),
        ...(expiresIn !== undefined && {
          expiresAt: new Date(deps.now().getTime() + (expiresIn + graceSeconds) * 1000),
        }),
      })
    },
    async find(id) {
      const artefact = await find(id)
      const payload = artefact && (await openPayload(deps, artefact))
      return payload && { ...payload, jti: id }
    },
    async findByUserCode() {
      // The id is not kept, so nothing that is found this way could be saved again.
      throw new Error('device codes are found by `deviceCodes`')
    },
    async findByUid() {
      throw new Error('only sessions have one, and those are ours')
    },
    async consume(id) {
      if (await artefacts.takeUnused(tenantId, model, sha256(id), deps.now())) return
      const { grantId } = (await find(id)) ?? {}
      if (grantId !== undefined) await artefacts.removeByGrant(tenantId, grantId)
      throw hooks.comesTwice()
    },
    async destroy(id) {
      await artefacts.remove(tenantId, model, sha256(id))
    },
    async revokeByGrantId(grantId) {
      await artefacts.removeByGrant(tenantId, grantId)
    },
  }
}

/** How a device's code is kept: it is short, so this hides it from a glance, not from a search. */
export function hashUserCode(userCode: string): string {
  return createHash('sha256').update(`device code ${userCode}`).digest('base64url')
}

/** Seal what is to be kept under an id. base64url. */
export function sealPayload(
  deps: Pick<ServerDeps, 'keyring'>,
  { tenantId, model, idHash }: Pick<Artefact, 'tenantId' | 'model' | 'idHash'>,
  payload: AdapterPayload,
): string {
  const bound = boundTo(tenantId, model, idHash)
  const sealed = deps.keyring.seal(purpose, Buffer.from(JSON.stringify(payload)), bound)
  return Buffer.from(sealed).toString('base64url')
}

/** Open what is kept. What was sealed under a key that is gone counts as gone itself. */
export async function openPayload(
  deps: Pick<ServerDeps, 'stores' | 'keyring' | 'now'>,
  artefact: Artefact,
): Promise<AdapterPayload | undefined> {
  const { tenantId, model, idHash, consumedAt } = artefact
  const sealed = Buffer.from(artefact.payload, 'base64url')
  try {
    const opened = await openSealed(deps, purpose, sealed, boundTo(tenantId, model, idHash))
    const payload: AdapterPayload = JSON.parse(Buffer.from(opened).toString())
    return consumedAt === undefined
      ? payload
      : { ...payload, consumed: Math.floor(consumedAt.getTime() / 1000) }
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal && refusal.code === 'sealed_unreadable') return undefined
    throw refusal
  }
}

function boundTo(tenantId: string, model: string, idHash: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${tenantId} ${model} `), idHash])
}

/** The apps, as the provider wants to see them. One that is switched off is unknown. */
function clientAdapter(deps: AdapterDeps, tenantId: string): Adapter {
  return {
    ...noAdapter('apps are not registered by the provider'),
    async find(clientId) {
      const app = await findApp(deps.stores, tenantId, clientId)
      return app?.enabled === true ? toClientMetadata(app) : undefined
    },
  }
}

function noAdapter(because: string): Adapter {
  const never = async () => {
    throw new Error(because)
  }
  return {
    upsert: never,
    find: never,
    findByUserCode: never,
    findByUid: never,
    consume: never,
    destroy: never,
    revokeByGrantId: never,
  }
}
