import { builtInProviders } from '@latchkey/guidance'

/** Where passkeys of a model live: decides what to say about deleting one there. */
export type PasskeyPlace =
  | 'apple'
  | 'google'
  | 'windows'
  | 'chromeMac'
  | 'samsung'
  | 'manager'
  | 'securityKey'
  | 'unknown'

/** A product that most people have met. */
export interface KnownModel {
  readonly name: string
  readonly place: PasskeyPlace
}

const { icloudKeychain, googlePasswordManager, samsungPass, windowsHello } = builtInProviders

const providers: readonly (readonly [PasskeyPlace, string, readonly string[]])[] = [
  ['apple', icloudKeychain.name, icloudKeychain.aaguids],
  ['google', googlePasswordManager.name, googlePasswordManager.aaguids],
  ['windows', windowsHello.name, windowsHello.aaguids],
  ['chromeMac', 'Chrome on Mac', ['adce0002-35bc-c60a-648b-0b25f1f05503']],
  ['chromeMac', 'Edge on Mac', ['771b48fd-d3d4-4f74-9232-fc157ab0507a']],
  // Its passkeys stay on the phone, and come and go with the app.
  [
    'unknown',
    'Microsoft Authenticator',
    ['de1e552d-db1d-4423-a619-566b625cdc84', '90a3ccdf-635c-4729-a248-9b709135078f'],
  ],
  ['samsung', samsungPass.name, samsungPass.aaguids],
  ['manager', '1Password', ['bada5566-a7aa-401f-bd96-45619a55120d']],
  ['manager', 'Bitwarden', ['d548826e-79b4-db40-a3d8-11116f7e8349']],
  ['manager', 'Dashlane', ['531126d6-e717-415c-9320-3d9aa6981239']],
  ['manager', 'NordPass', ['b84e4048-15dc-4dd0-8640-f4f60813c8af']],
  ['manager', 'Keeper', ['0ea242b4-43c4-4a1b-8b17-dd6d0b6baec6']],
  ['manager', 'Enpass', ['f3809540-7f14-49c1-a8b3-8f813b225541']],
  ['manager', 'KeePassXC', ['fdb141b2-5d84-443e-8a35-4698c205a502']],
  ['manager', 'Proton Pass', ['50726f74-6f6e-5061-7373-50726f746f6e']],
  [
    'securityKey',
    'YubiKey 5 with NFC',
    [
      '2fc0579f-8113-47ea-b116-bb5a8db9202a',
      'a25342c0-3cdc-4414-8e46-f4807fca511c',
      'd7781e5d-e353-46aa-afe2-3ca49f13332a',
      'fa2b99dc-9e39-4257-8f92-4a30d23c4118',
      '662ef48a-95e2-4aaa-a6c1-5b9c40375824',
    ],
  ],
  [
    'securityKey',
    'YubiKey 5',
    [
      'ee882879-721c-4913-9775-3dfcce97072a',
      'cb69481e-8ff7-4039-93ec-0a2729a154a8',
      '19083c3d-8383-4b18-bc03-8f1c9ab2fd1b',
      'ff4dac45-ede8-4ec2-aced-cf66103f4335',
    ],
  ],
  [
    'securityKey',
    'YubiKey 5 FIPS',
    [
      'c1f9a0bc-1dd2-404a-b27f-8e29047a43fd',
      'fcc0118f-cd45-435b-8da1-9782b2da0715',
      '73bb0cd4-e502-49b8-9c6f-b59445bf720b',
      '57f7de54-c807-4eab-b1c6-1c9be7984e92',
    ],
  ],
  [
    'securityKey',
    'YubiKey Bio',
    [
      'd8522d9f-575b-4866-88a9-ba99fa02f35b',
      'dd86a2da-86a0-4cbe-b462-4bd31f57bc6f',
      '7409272d-1ff9-4e10-9fc9-ac0019c124fd',
      '7d1351a6-e097-4852-b8bf-c9ac5c9ce4a3',
      '90636e1f-ef82-43bf-bdcf-5255f139d12f',
      '34744913-4f57-4e6e-a527-e9ec3c4b94e6',
    ],
  ],
  [
    'securityKey',
    'Security Key by Yubico',
    [
      'a4e9fc6d-4cbe-4758-b8ba-37598bb5bbaa',
      'e77e3c64-05e3-428b-8824-0cbeb04b829d',
      'b7d3f68e-88a6-471e-9ecf-2df26d041ede',
      '149a2021-8ef6-4133-96b8-81f8d5b7f1f5',
      '6d44ba9b-f6ec-2e49-b930-0c8fe920cb73',
    ],
  ],
  ['securityKey', 'Google Titan', ['42b4fb4a-2866-43b2-9bf7-6c6669c2e5d3']],
]

/** The products that most people have, by AAGUID: what is known also where no metadata was ever loaded. */
export const knownModels: ReadonlyMap<string, KnownModel> = new Map(
  providers.flatMap(([place, name, aaguids]) => aaguids.map((aaguid) => [aaguid, { name, place }] as const)),
)

/**
 * Find the product behind an AAGUID, among those most people have. A name for people, never a ground for a decision:
 * unless its attestation was trusted, an AAGUID is what a device says of itself.
 *
 * @param aaguid lower case
 */
export function findKnownModel(aaguid: string): KnownModel | undefined {
  return knownModels.get(aaguid)
}
