/** What keeps passkeys without anything being installed. The names are those of the least versions in the rules. */
export type BuiltIn = 'icloudKeychain' | 'googlePasswordManager' | 'samsungPass' | 'windowsHello'

/** What it is called, and the AAGUIDs of its passkeys. */
export interface BuiltInProvider {
  readonly name: string
  readonly aaguids: readonly string[]
  /** Whether its passkeys are copied between a person's devices. */
  readonly synced: boolean
}

/** All of them. */
export const builtInProviders: Readonly<Record<BuiltIn, BuiltInProvider>> = {
  icloudKeychain: {
    name: 'Apple Passwords',
    aaguids: ['fbfc3007-154e-4ecc-8c0b-6e020557d7bd', 'dd4ec289-e01d-41c9-bb89-70fa845d4bf2'],
    synced: true,
  },
  googlePasswordManager: {
    name: 'Google Password Manager',
    aaguids: ['ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4'],
    synced: true,
  },
  samsungPass: {
    name: 'Samsung Pass',
    aaguids: ['53414d53-554e-4700-0000-000000000000'],
    synced: true,
  },
  windowsHello: {
    name: 'Windows Hello',
    aaguids: [
      '08987058-cadc-4b81-b6e1-30de50dcbe96',
      '9ddd1817-af5a-4672-a2b9-3e3dd95000a9',
      '6028b017-b1d4-4c02-b4b3-afcdafc96bb2',
    ],
    synced: false,
  },
}
