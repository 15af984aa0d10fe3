import type { LogoPicture, Tenant } from '@latchkey/identity'

/** A logo as a page shows it. */
export interface ShownLogo {
  readonly address: string
  /** As it is shown: half of what it has. */
  readonly width: number
  readonly height: number
}

/** The logos of an organisation, where there are any. Where there is one, it stands on light pages and dark ones. */
export interface ShownLogos {
  readonly light?: ShownLogo
  readonly dark?: ShownLogo
}

/** Where logos are. */
export const logoPlace = '/brand'

/** Find the logos of an organisation. */
export function logosOf({ tenantId, settings }: Pick<Tenant, 'tenantId' | 'settings'>): ShownLogos {
  const { light, dark } = settings.branding.logo ?? {}
  return {
    ...(light && { light: toShown(tenantId, light) }),
    ...(dark && { dark: toShown(tenantId, dark) }),
  }
}

function toShown(tenantId: string, { imageId, width, height }: LogoPicture): ShownLogo {
  // Written for screens that show twice as much; a small one is shown as it is.
  const scale = width > 240 || height > 60 ? 2 : 1
  return {
    address: `${logoPlace}/${tenantId}/${imageId}.png`,
    width: Math.max(1, Math.round(width / scale)),
    height: Math.max(1, Math.round(height / scale)),
  }
}
