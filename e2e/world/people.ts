import { addPerson, type Deps, issuePass, type Person, setPassword, type Tenant } from '@latchkey/identity'
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

function ids({ tenantId, userId }: Person) {
  return { tenantId, userId }
}
