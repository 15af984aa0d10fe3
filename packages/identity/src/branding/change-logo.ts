import { hash } from 'node:crypto'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import type { Shelves } from '../stores.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { Tenant, TenantSettings } from '../tenants/tenant.ts'
import type { BrandImage } from './brand-image-store.ts'

/** For light pages, and for dark ones. */
export type LogoVariant = 'light' | 'dark'

/** Whose logo it is, and which. */
export type LogoTarget = Attribution & { readonly tenantId: string; readonly variant: LogoVariant }

/**
 * Make a picture the organisation's logo.
 *
 * @param picture as we encoded it: nothing that came from outside is kept as it came
 * @throws IdentityRefusal `not_permitted`
 */
export async function putLogo(
  deps: Deps,
  ask: LogoTarget,
  picture: Pick<BrandImage, 'png' | 'width' | 'height'>,
): Promise<Tenant> {
  const { png, width, height } = picture
  const imageId = hash('sha256', png, 'hex')
  return await changeLogos(deps, ask, async (tx, logos) => {
    await tx.brandImages.put({ tenantId: ask.tenantId, imageId, png, width, height, createdAt: deps.now() })
    return { ...logos, [ask.variant]: { imageId, width, height } }
  })
}

/** Go without a logo, or without one for dark pages. @throws IdentityRefusal `not_permitted` */
export async function removeLogo(deps: Deps, ask: LogoTarget): Promise<Tenant> {
  return await changeLogos(deps, ask, async (_, { [ask.variant]: _removed, ...others }) => others)
}

type Logos = NonNullable<TenantSettings['branding']['logo']>

async function changeLogos(
  deps: Deps,
  ask: LogoTarget,
  change: (tx: Shelves, logos: Logos) => Promise<Logos>,
): Promise<Tenant> {
  return await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId: ask.tenantId, actor: ask.actor }, 'change the organisation')
    const before = await getTenant(tx, ask.tenantId)
    const { logo: logosBefore = {}, ...branding } = before.settings.branding
    const logo = await change(tx, logosBefore)
    const settings = { ...before.settings, branding: { ...branding, logo } }
    await tx.tenants.putSettings(ask.tenantId, settings)
    const kept = [logo.light, logo.dark].flatMap((each) => each?.imageId ?? [])
    await tx.brandImages.removeOthers(ask.tenantId, kept)
    await appendAudit(tx, deps, ask, {
      activity: 'logo_changed',
      target: { kind: 'tenant', id: ask.tenantId, name: before.displayName },
      detail: { variant: ask.variant, imageId: logo[ask.variant]?.imageId ?? 'none' },
    })
    return { ...before, settings }
  })
}
