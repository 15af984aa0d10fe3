import { randomBytes } from 'node:crypto'
import { type Deps, openKeyring, type Tenant } from '@latchkey/identity'
import { addPerson, createTenant } from '@latchkey/identity/administer'
import { openStores } from '@latchkey/store'
import { insertPasskey } from './insert-passkey.ts'
import { type PortablePasskey, toPortable } from './software-passkey.ts'

/** What a directory is made of. */
export interface DirectoryAsk {
  readonly database: string
  readonly url: string
  readonly masterKey: Uint8Array
  readonly people: number
  /** Fill it with more than people. */
  prepare?(deps: Deps, tenant: Tenant): Promise<void>
}

/** Make a directory of one organisation, with so many people who have a passkey each. @returns their passkeys */
export async function fillDirectory(ask: DirectoryAsk): Promise<PortablePasskey[]> {
  const now = () => new Date()
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const stores = await openStores({ database: ask.database })
  try {
    const keyring = await openKeyring({ stores, masterKey: ask.masterKey, now, random })
    const rp = { rpId: 'localhost', rpName: 'Latchkey', origins: [ask.url] }
    const deps: Deps = { stores, keyring, rp, now, random, ceremonySeconds: 300 }
    const actor = { kind: 'operator' } as const
    const tenant = await createTenant(deps, { displayName: 'Bench', domain: 'bench.example', actor })
    const passkeys: PortablePasskey[] = []
    for (let number = 0; number < ask.people; number++) {
      passkeys.push(await addPersonWithPasskey(deps, tenant.tenantId, `person${number}@bench.example`))
    }
    await ask.prepare?.(deps, tenant)
    return passkeys
  } finally {
    await stores.close()
  }
}

async function addPersonWithPasskey(
  deps: Deps,
  tenantId: string,
  userName: string,
): Promise<PortablePasskey> {
  const actor = { kind: 'operator' } as const
  const person = await addPerson(deps, { tenantId, userName, displayName: userName, actor })
  return toPortable(await insertPasskey(deps, person))
}
