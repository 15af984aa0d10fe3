import { readFile } from 'node:fs/promises'
import { findMetadataRound, readCertificates } from '@latchkey/identity'
import { countMetadataUpload, setMetadataTrust, uploadMetadata } from '@latchkey/identity/administer'
import { MetadataRefusal } from '@latchkey/webauthn'
import { z } from 'zod'
import { lookForMetadata } from '../../jobs/watch-metadata.ts'
import { by } from '../attribution.ts'
import { entity, noContent } from '../graph-answer.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { methodsPolicy as permissions } from '../policies/rule-permissions.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { readUpload } from '../read-upload.ts'
import type { GraphObject } from '../resource-shape.ts'

const place = '/latchkey/metadata'

/** Several times what a BLOB has grown to. */
const largestBlob = 40 * 1024 * 1024

const Trust = z.strictObject({ isTrusted: z.boolean() })

/** The FIDO metadata: which is held, where it came from, and the ways to a newer one. Ours: Graph has no such thing. */
export const metadataRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: permissions.read,
    act: 'read rules',
    query: [],
    handle: async (call) => await answerState(call),
  },
  {
    method: 'PATCH',
    path: place,
    permissions: permissions.write,
    act: 'change the organisation',
    async handle(call) {
      const { isTrusted } = readGraphBody(Trust, call.body)
      await setMetadataTrust(call.deps, by(call), { trusted: isTrusted })
      return noContent
    },
  },
  {
    method: 'POST',
    path: `${place}/update`,
    permissions: permissions.write,
    act: 'change the methods policy',
    async handle(call) {
      const { deps } = call
      const holder = `asked-${Buffer.from(deps.random(9)).toString('base64url')}`
      const round = await lookForMetadata(deps, holder)
      if (round === 'not configured') throw notConfigured()
      return await answerState(call)
    },
  },
  {
    method: 'PUT',
    path: `${place}/blob`,
    permissions: permissions.write,
    act: 'change the methods policy',
    largestUpload: largestBlob,
    async handle(call) {
      const { rootFile } = call.deps.config.metadata
      if (rootFile === undefined) throw notConfigured()
      await countMetadataUpload(call.deps, call.tenant.tenantId)
      const blob = Buffer.from(await readUpload(call, largestBlob))
        .toString('latin1')
        .trim()
      await load(call, blob, readCertificates(await readFile(rootFile)))
      return await answerState(call)
    },
  },
]

async function load(call: GraphCall, blob: string, roots: readonly Uint8Array[]): Promise<void> {
  try {
    await uploadMetadata(call.deps, by(call), { blob, roots })
  } catch (cause) {
    if (!(cause instanceof MetadataRefusal)) throw cause
    const { code, detail } = cause
    throw new GraphRefusal('badRequest', `The metadata was not taken: ${code}.`, {
      cause,
      innerError: { code },
      ...(detail !== undefined && { detail }),
    })
  }
}

/** Only the operator can name a root: it decides for everybody on this instance. */
function notConfigured(): GraphRefusal {
  return new GraphRefusal('conflict', 'The operator has not named what the metadata is verified with.', {
    innerError: { code: 'metadata_not_configured' },
  })
}

async function answerState(call: GraphCall): Promise<GraphAnswer> {
  const { deps, tenant } = call
  const { stores, config } = deps
  const held = await stores.metadata.findState()
  const { last, heldFrom } = await findMetadataRound(stores)
  const { source, rootFile } = config.metadata
  return entity(call, 'latchkey.metadata', {
    isTrusted: tenant.settings.attestation.trustMetadata,
    held: held
      ? {
          number: held.number,
          models: held.models,
          loadedDateTime: toGraphTime(held.loadedAt),
          nextUpdateDateTime: toGraphTime(held.nextUpdate),
          isStale: held.nextUpdate <= deps.now(),
          from: heldFrom ?? null,
        }
      : null,
    hasRoot: rootFile !== undefined,
    source: source === undefined ? null : toSource(source),
    lastRound: last
      ? { dateTime: toGraphTime(last.at), from: last.from, outcome: last.outcome, code: last.code ?? null }
      : null,
  } satisfies GraphObject)
}

/** Where the operator said it comes from. Of a file nobody but the operator need know the name. */
function toSource(source: string): string {
  return URL.canParse(source) ? new URL(source).host : 'file'
}
