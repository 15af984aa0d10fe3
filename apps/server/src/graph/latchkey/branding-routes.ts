import { toAccent } from '@latchkey/api/accent'
import type { Tenant } from '@latchkey/identity'
import { changeOrganisation, type LogoVariant, putLogo, removeLogo } from '@latchkey/identity/administer'
import { z } from 'zod'
import { encodeLogo, largestPicture } from '../../branding/encode-logo.ts'
import { logosOf, type ShownLogo } from '../../branding/logo-address.ts'
import { by } from '../attribution.ts'
import { entity } from '../graph-answer.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { readUpload } from '../read-upload.ts'
import type { GraphObject } from '../resource-shape.ts'

const Change = z.strictObject({
  accent: z.string().max(7).nullable().optional(),
  signInText: z.string().max(2000).nullable().optional(),
})

const readers = ['Organization.Read.All', 'Organization.ReadWrite.All', 'Directory.Read.All']
const writers = ['Organization.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }
const place = '/latchkey/branding'

/**
 * What an organisation looks like. Ours: of Graph's `organizationalBranding` we have neither the pictures behind the page
 * nor the style sheets, and it has no accent that must be readable.
 */
export const brandingRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    permissions: read,
    act: 'read people',
    query: [],
    handle: async (call) => entity(call, 'latchkey/branding', toBranding(call.tenant)),
  },
  {
    method: 'PATCH',
    path: place,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const { accent, signInText } = readGraphBody(Change, call.body)
      const branding = {
        ...(accent !== undefined && { accent: accent ?? '' }),
        ...(signInText !== undefined && { signInText: signInText ?? '' }),
      }
      const tenant = await changeOrganisation(call.deps, by(call), { branding })
      return entity(call, 'latchkey/branding', toBranding(tenant))
    },
  },
  {
    method: 'PUT',
    path: `${place}/logos/{variant}`,
    permissions: write,
    act: 'change the organisation',
    largestUpload: largestPicture,
    async handle(call) {
      const variant = readVariant(call)
      if (call.upload === undefined) {
        throw new GraphRefusal('unsupportedMediaType', 'The body is to be application/octet-stream.')
      }
      const picture = await encodeLogo(await readUpload(call, largestPicture))
      const tenant = await putLogo(call.deps, { ...by(call), variant }, picture)
      return entity(call, 'latchkey/branding', toBranding(tenant))
    },
  },
  {
    method: 'DELETE',
    path: `${place}/logos/{variant}`,
    permissions: write,
    act: 'change the organisation',
    async handle(call) {
      const tenant = await removeLogo(call.deps, { ...by(call), variant: readVariant(call) })
      return entity(call, 'latchkey/branding', toBranding(tenant))
    },
  },
]

function readVariant(call: GraphCall): LogoVariant {
  const variant = keyOf(call, 'variant').toLowerCase()
  if (variant === 'light' || variant === 'dark') return variant
  throw resourceMissing(variant)
}

function toBranding(tenant: Tenant): GraphObject {
  const { accent, signInText } = tenant.settings.branding
  const shown = toAccent(accent)
  const { light, dark } = logosOf(tenant)
  return {
    accent: accent ?? null,
    // What pages really use: the colour as it is, or as far from it as it takes to be read.
    accentOnLight: shown.light,
    accentOnDark: shown.dark,
    signInText: signInText ?? null,
    logos: { light: toLogo(light), dark: toLogo(dark) },
  }
}

function toLogo(logo: ShownLogo | undefined): GraphObject | null {
  return logo === undefined ? null : { ...logo }
}
