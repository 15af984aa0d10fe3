import { insertPasskey } from '@latchkey/bench/insert-passkey'
import type { SoftwarePasskey } from '@latchkey/bench/software-passkey'
import {
  beginTotp,
  type Deps,
  finishTotp,
  issuePass,
  type Person,
  redeemPass,
  type Tenant,
  type Visitor,
} from '@latchkey/identity'
import { addPerson, removePass, setPassword } from '@latchkey/identity/administer'
import { generate } from 'otplib'
import type { Passkeys } from './authenticator.ts'
import { domain } from './world.ts'

const actor = { kind: 'operator' } as const

/** Somebody, and what they carry in their head or on a slip of paper. */
export interface Newcomer {
  readonly person: Person
  readonly pass: string
}

/** Add a person; `ada` becomes `ada@juniper.example`. */
function addSomebody(deps: Deps, tenant: Tenant, name: string): Promise<Person> {
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

/** A browser that only the directory saw. */
const visitor: Visitor = {
  correlationId: '00000000-0000-7000-8000-000000000000',
  ipAddress: '192.0.2.1',
  userAgent: 'stories',
  visitHash: new Uint8Array(32),
}

/**
 * Add a person who has a password and one-time codes, and nothing else. The codes were added ten minutes ago, so that
 * none of now is spent.
 */
export async function addPersonWithCodes(
  deps: Deps,
  tenant: Tenant,
  name: string,
  password: string,
): Promise<{ readonly person: Person; readonly secret: string }> {
  const then = new Date(Date.now() - 600_000)
  const earlier = { ...deps, now: () => then }
  const binding = { purpose: 'sign-in', context: '' } as const
  const { person, pass } = await addNewcomer(earlier, tenant, name)
  const { userName } = person
  const { session } = await redeemPass(earlier, { ...ids(person), userName, pass, visitor, binding })
  const { secret, sealed } = await beginTotp(earlier, session)
  const code = await generate({ secret, epoch: then.getTime() / 1000 })
  await finishTotp(earlier, { session, sealed, code, visitor })
  await removePass(earlier, { ...ids(person), actor })
  await setPassword(earlier, { ...ids(person), password, actor })
  return { person, secret }
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

/** The passkey as a virtual authenticator holds it. */
export function toVirtual(passkey: SoftwarePasskey, person: Person): Passkeys[number] {
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
