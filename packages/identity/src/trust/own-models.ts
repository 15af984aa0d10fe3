/** A model of authenticator that is ours. */
export interface OwnModel {
  readonly aaguid: string
  readonly name: string
}

/**
 * Our own models: one AAGUID per surface, random once, published, never used for anything else. Only the device CA of a
 * tenant vouches for them.
 */
export const ownModels: readonly OwnModel[] = [
  { aaguid: '888d21e1-4a6b-47f4-89e8-8a51368c47ab', name: 'Latchkey Authenticator for browsers' },
  { aaguid: '67ebfe57-3a0a-417e-a8c7-4cfe2b10805d', name: 'Latchkey Authenticator for desktops' },
  { aaguid: '18cf9cd9-f298-437f-b66f-abd9972a7e18', name: 'Latchkey Authenticator for phones' },
]

/** Whether an AAGUID is one of ours. */
export function isOwnModel(aaguid: string): boolean {
  return ownModels.some((model) => model.aaguid === aaguid)
}
