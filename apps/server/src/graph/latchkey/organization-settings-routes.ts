import type { OrganisationChange, Tenant } from '@latchkey/identity'
import { changeOrganisation } from '@latchkey/identity/administer'
import { strengthNames } from '@latchkey/policy'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { entity } from '../graph-answer.ts'
import type { GraphPermissions, GraphRoute } from '../graph-route.ts'
import { ifGiven } from '../if-given.ts'
import { termsOf } from '../policies/change-rule.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject } from '../resource-shape.ts'

const text = z.string().max(2000).nullable().optional()

const Change = z.strictObject({
  displayName: z.string().max(2000).optional(),
  leastStrength: z.enum(strengthNames).optional(),
  passwordMayAddFirstPasskey: graphBoolean.optional(),
  signatureCounter: z.enum(['record', 'refuse']).optional(),
  sessions: z
    .strictObject({
      sessionInMinutes: z.int().optional(),
      staySignedInDays: z.int().optional(),
      offerStaySignedIn: graphBoolean.optional(),
    })
    .optional(),
  helpDesk: z.strictObject({ text, mail: text, phone: text, url: text }).optional(),
})

const readers = ['Organization.Read.All', 'Organization.ReadWrite.All', 'Directory.Read.All']
const writers = ['Organization.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }
const place = '/latchkey/organization'

/** What an organisation decides beside its rules. Ours: Graph spreads it over many places, or has it not at all. */
export const organisationSettingsRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: read,
    act: 'read people',
    query: [],
    handle: async (call) => entity(call, 'latchkey/organization', toSettings(call.tenant)),
  },
  {
    method: 'PATCH',
    path: place,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const change = toChange(readGraphBody(Change, call.body))
      const { acknowledge } = termsOf(call)
      const tenant = await changeOrganisation(
        call.deps,
        by(call),
        change,
        ifGiven('acknowledge', acknowledge),
      )
      return entity(call, 'latchkey/organization', toSettings(tenant))
    },
  },
]

function toChange({ sessions, helpDesk, ...asked }: z.infer<typeof Change>): OrganisationChange {
  return {
    ...ifGiven('displayName', asked.displayName),
    ...ifGiven('leastStrength', asked.leastStrength),
    ...ifGiven('passwordMayAddFirstPasskey', asked.passwordMayAddFirstPasskey),
    ...ifGiven('signatureCounter', asked.signatureCounter),
    ...(sessions && {
      sessions: {
        ...ifGiven('sessionMinutes', sessions.sessionInMinutes),
        ...ifGiven('staySignedInDays', sessions.staySignedInDays),
        ...ifGiven('offerStaySignedIn', sessions.offerStaySignedIn),
      },
    }),
    ...(helpDesk && { helpDesk: withoutAbsent(helpDesk) }),
  }
}

/** `null` is none: an empty text to the use case. */
function withoutAbsent(asked: NonNullable<z.infer<typeof Change>['helpDesk']>) {
  return {
    ...(asked.text !== undefined && { text: asked.text ?? '' }),
    ...(asked.mail !== undefined && { mail: asked.mail ?? '' }),
    ...(asked.phone !== undefined && { phone: asked.phone ?? '' }),
    ...(asked.url !== undefined && { url: asked.url ?? '' }),
  }
}

function toSettings({ tenantId, displayName, settings }: Tenant): GraphObject {
  const { sessions, helpDesk } = settings
  return {
    id: tenantId,
    displayName,
    leastStrength: settings.leastStrength,
    passwordMayAddFirstPasskey: settings.passwordMayAddFirstPasskey,
    signatureCounter: settings.signatureCounter,
    sessions: {
      sessionInMinutes: sessions.sessionMinutes,
      staySignedInDays: sessions.staySignedInDays,
      offerStaySignedIn: sessions.offerStaySignedIn,
    },
    helpDesk: {
      text: helpDesk.text,
      mail: helpDesk.mail ?? null,
      phone: helpDesk.phone ?? null,
      url: helpDesk.url ?? null,
    },
  }
}
