import { explainRegistration } from '@latchkey/identity/administer'
import { z } from 'zod'
import { entity } from '../graph-answer.ts'
import type { GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { methodsPolicy as permissions } from '../policies/rule-permissions.ts'
import { readGraphBody } from '../read-graph-body.ts'

const bytes = z
  .string()
  .max(100_000)
  .regex(/^[\w+/-]*={0,2}$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

const Registration = z.strictObject({ attestationObject: bytes, clientDataJSON: bytes.optional() })

/** Everything about a registration: its facts, its chain, and what each profile makes of it. Ours: Graph has no such thing. */
export const explainRoutes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/latchkey/attestation/explain',
    onlyAsks: true,
    permissions: permissions.read,
    act: 'read rules',
    async handle(call) {
      const { attestationObject, clientDataJSON } = readGraphBody(Registration, call.body)
      const explained = await explainRegistration(call.deps, {
        tenantId: call.tenant.tenantId,
        attestationObject,
        ...ifGiven('clientDataJSON', clientDataJSON),
      })
      return entity(call, 'latchkey.registrationExplanation', { ...explained })
    },
  },
]
