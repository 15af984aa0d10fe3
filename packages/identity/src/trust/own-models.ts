import { browserModel } from '@latchkey/policy'
import type { DeviceSurface } from '../devices/registered-device-store.ts'

/** A model of authenticator that is ours. */
export interface OwnModel {
  readonly surface: DeviceSurface
  readonly aaguid: string
  readonly name: string
}

/**
 * Our own models: one AAGUID per surface, random once, published, never used for anything else. Only the device CA of a
 * tenant vouches for them.
 */
export const ownModels: readonly OwnModel[] = [
  {
    surface: 'extension',
    aaguid: browserModel,
    name: 'Latchkey Authenticator for browsers',
  },
  {
    surface: 'agent',
    aaguid: '67ebfe57-3a0a-417e-a8c7-4cfe2b10805d',
    name: 'Latchkey Authenticator for Linux',
  },
  {
    surface: 'phoneApp',
    aaguid: '18cf9cd9-f298-437f-b66f-abd9972a7e18',
    name: 'Latchkey Authenticator for phones',
  },
]

/** Whether an AAGUID is one of ours. */
export function isOwnModel(aaguid: string): boolean {
  return ownModels.some((model) => model.aaguid === aaguid)
}

/** The model of a surface. */
export function ownModelOf(surface: DeviceSurface): OwnModel {
  const model = ownModels.find((each) => each.surface === surface)
  if (model === undefined) throw new Error(`no model for ${surface}`)
  return model
}
