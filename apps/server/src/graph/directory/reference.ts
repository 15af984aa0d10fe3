import type { Person } from '@latchkey/identity'
import { z } from 'zod'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphCall } from '../graph-route.ts'
import { resourceMissing } from '../key-of.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { findUser } from './find-user.ts'

const Reference = z.strictObject({ '@odata.id': z.string().max(2000) })

/**
 * Get whom a `$ref` speaks of: `{"@odata.id": "https://…/v1.0/users/{id}"}`, or `directoryObjects`. The host is not
 * looked at: scripts write Graph's own.
 *
 * @throws GraphRefusal `Request_BadRequest`; `Request_ResourceNotFound` if nobody has that id
 */
export async function getReferredUser(call: GraphCall): Promise<Person> {
  const { '@odata.id': address } = readGraphBody(Reference, call.body)
  const found =
    /\/(?:v1\.0|beta)\/(?:[^/?#]+\/)?(?:users|directoryObjects)(?:\/|\(')([^/?#')]+)(?:'\))?$/i.exec(address)
  if (found?.[1] === undefined) {
    throw new GraphRefusal(
      'Request_BadRequest',
      "Invalid value specified for property '@odata.id': only users can be members.",
    )
  }
  const person = await findUser(call, decode(found[1]))
  if (person === undefined) throw resourceMissing(found[1])
  return person
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch (cause) {
    const message = "Invalid value specified for property '@odata.id': it is not properly encoded."
    throw new GraphRefusal('Request_BadRequest', message, { cause })
  }
}
