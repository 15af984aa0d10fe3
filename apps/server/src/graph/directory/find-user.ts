import { isUuid, normaliseUserName, type Person } from '@latchkey/identity'
import type { GraphCall } from '../graph-route.ts'
import { keyOf, resourceMissing } from '../key-of.ts'

type Directory = Pick<GraphCall, 'deps' | 'tenant'>

/** Find somebody by id or by user principal name. */
export async function findUser({ deps, tenant }: Directory, key: string): Promise<Person | undefined> {
  if (isUuid(key.toLowerCase())) return await deps.stores.people.find(tenant.tenantId, key.toLowerCase())
  if (!key.includes('@') || key.length > 256) return undefined
  return await deps.stores.people.findByUserName(tenant.tenantId, normaliseUserName(key))
}

/** Get whoever the path names. @throws GraphRefusal `Request_ResourceNotFound` */
export async function getUser(call: GraphCall): Promise<Person> {
  const key = keyOf(call, 'user')
  const person = await findUser(call, key)
  if (person === undefined) throw resourceMissing(key)
  return person
}
