import { insertPasskey } from '@latchkey/bench/insert-passkey'
import type { SoftwarePasskey } from '@latchkey/bench/software-passkey'
import { addPerson, type Deps, issuePass, type Person, setPassword, type Tenant } from '@latchkey/identity'
import type { Passkeys } from './authenticator.ts'
import { domain } from './world.ts'

const actor = { kind: 'operator' } as const

/** Somebody, and what they carry in their head or on a slip of paper. */
export interface Newcomer {
  readonly person: Person
  readonly pass: string
}

/** Add a person; `ada` becomes `ada@contoso.example`. */
export function addSomebody(deps: Deps, tenant: Tenant, name: string): Promise<Person> {
  return addPerson(deps, {
    tenantId: tenant.tenantId,
    userName: `${name}@${domain}`,
    displayName: `${name[0]?.toUpperCase()}${name.slice(1)} Example`,
    mail: `${name}@mail.example`,
    actor,
  })
}

/** Add a person who has a Temporary Access Pass and nothing else. */
export async function addNewcomer(
  deps: Deps,
  tenant: Tenant,
  name: string,
  passOptions: { readonly once?: boolean; readonly startsAt?: Date; readonly lifetimeMinutes?: number } = {},
): Promise<Newcomer> {
  const person = await addSomebody(deps, tenant, name)
  const { pass } = await issuePass(deps, { ...ids(person), actor, ...passOptions })
  return { person, pass }
}

/** Add a person who has a password and nothing else. */
export async function addPersonWithPassword(
  deps: Deps,
  tenant: Tenant,
  name: string,
  password: string,
): Promise<Person> {
  const person = await addSomebody(deps, tenant, name)
  await setPassword(deps, { ...ids(person), password, actor })
  return person
}

/** Somebody who has a passkey, and the passkey for a browser to hold. */
export interface PasskeyHolder {
  readonly person: Person
  readonly passkey: SoftwarePasskey
  readonly passkeys: Passkeys
}

/** Add a person who has a passkey and nothing else, and has signed in with it before. */
export async function addPasskeyHolder(deps: Deps, tenant: Tenant, name: string): Promise<PasskeyHolder> {
  const person = await addSomebody(deps, tenant, name)
  const passkey = await insertPasskey(deps, person)
  await deps.stores.people.putLastMethod(person.tenantId, person.userId, 'passkey')
  return { person, passkey, passkeys: [toVirtual(passkey, person)] }
}

function toVirtual(passkey: SoftwarePasskey, person: Person): Passkeys[number] {
  const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    credentialId: toBase64(passkey.credentialId),
    isResidentCredential: true,
    rpId: passkey.rpId,
    privateKey: toBase64(passkey.privateKey.export({ format: 'der', type: 'pkcs8' })),
    userHandle: toBase64(passkey.userHandle),
    signCount: 0,
    backupEligibility: true,
    backupState: true,
    userName: person.userName,
    userDisplayName: person.displayName,
  }
}

function ids({ tenantId, userId }: Person) {
  return { tenantId, userId }
}
