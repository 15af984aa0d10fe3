import type { Person } from '@latchkey/identity'
import {
  beginProvisioning,
  finishProvisioning,
  longestProvisioningMinutes,
  shortestProvisioningMinutes,
} from '@latchkey/identity/administer'
import { z } from 'zod'
import { created, entity } from '../graph-answer.ts'
import { GraphRefusal } from '../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { readGraphBody } from '../read-graph-body.ts'
import { toFido2Method } from './authentication-method.ts'
import { changeOf, contextOfMethods, type MethodRoute, routesOfMethod } from './method-route.ts'

/** Bytes in base64: scripts write either alphabet, padded or not. Given as base64url without padding. */
const bytes = z.stringFormat('base64', /^[\w+/-]+={0,2}$/).transform((text) => withoutPadding(text))

const NewPasskey = z.strictObject({
  displayName: z.string().max(1000).nullable().optional(),
  publicKeyCredential: z.strictObject({
    id: bytes,
    response: z.strictObject({ clientDataJSON: bytes, attestationObject: bytes }),
    clientExtensionResults: z.record(z.string(), z.unknown()).nullable().optional(),
  }),
})

const minutesParameter = 'challengeTimeoutInMinutes'

const others = ['UserAuthMethod-Passkey.ReadWrite.All', 'UserAuthenticationMethod.ReadWrite.All']

// Nobody makes one for themselves this way: there is no `own`.
const routes: readonly MethodRoute[] = [
  {
    method: 'GET',
    path: 'fido2Methods/creationOptions',
    others,
    act: 'add a method',
    handle: (call, person) => begin(call, person, findInQuery(call)),
  },
  {
    method: 'GET',
    path: `fido2Methods/creationOptions(${minutesParameter}={minutes})`,
    versions: ['beta'],
    others,
    act: 'add a method',
    handle: (call, person) => begin(call, person, call.keys['minutes']),
  },
  { method: 'POST', path: 'fido2Methods', others, act: 'add a method', handle: finish },
]

/** Passkeys that administrators make for people: `creationOptions`, and what comes back. */
export const provisioningRoutes: readonly GraphRoute[] = routes.flatMap(routesOfMethod)

async function begin(call: GraphCall, person: Person, written: string | undefined): Promise<GraphAnswer> {
  const { options, expiresAt } = await beginProvisioning(call.deps, {
    ...changeOf(call, person),
    ...ifGiven('lifetimeMinutes', written === undefined ? undefined : readMinutes(written)),
  })
  return entity(call, 'microsoft.graph.webauthnCredentialCreationOptions', {
    challengeTimeoutDateTime: toGraphTime(expiresAt),
    publicKey: options,
  })
}

async function finish(call: GraphCall, person: Person): Promise<GraphAnswer> {
  const { displayName, publicKeyCredential } = readGraphBody(NewPasskey, call.body)
  const { id, response, clientExtensionResults } = publicKeyCredential
  const passkey = await finishProvisioning(call.deps, {
    ...changeOf(call, person),
    ...ifGiven('name', displayName),
    response: {
      id,
      rawId: id,
      type: 'public-key',
      response,
      clientExtensionResults: clientExtensionResults ?? {},
    },
  })
  const path = `/users/${person.userId}/authentication/fido2Methods/${id}`
  return created(
    call,
    contextOfMethods(person, 'fido2Methods/$entity'),
    await toFido2Method(call, passkey),
    path,
  )
}

/** Scripts put the parameter behind the question mark, too. */
function findInQuery({ query, version }: GraphCall): string | undefined {
  const [, written] = [...query.all].find(([name]) => name.toLowerCase() === lowerParameter) ?? []
  if (written !== undefined && version !== 'beta') {
    throw new GraphRefusal('BadRequest', `The parameter '${minutesParameter}' exists in beta only.`)
  }
  return written
}

const lowerParameter = minutesParameter.toLowerCase()

function readMinutes(text: string): number {
  const minutes = Number(text)
  if (
    /^\d{1,6}$/.test(text) &&
    minutes >= shortestProvisioningMinutes &&
    minutes <= longestProvisioningMinutes
  ) {
    return minutes
  }
  const message = `Invalid value specified for parameter '${minutesParameter}': it is from ${shortestProvisioningMinutes} to ${longestProvisioningMinutes}.`
  throw new GraphRefusal('BadRequest', message)
}

function withoutPadding(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
