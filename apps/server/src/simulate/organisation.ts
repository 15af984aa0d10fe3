import { issuePass, type Tenant } from '@latchkey/identity'
import { addPerson, createTenant, grantRole } from '@latchkey/identity/administer'
import type { FastifyInstance } from 'fastify'
import { operator } from '../cli/operator.ts'
import type { ServerDeps } from '../server-deps.ts'
import { departments } from './fleet.ts'
import { type PageBrowser, pageBrowser } from './page-browser.ts'
import type { SimulatedPerson } from './plan-people.ts'
import { simulatedDomain } from './simulated-domain.ts'
import { simulatedKey } from './simulated-key.ts'
import { LostOnTheWay, signInWithPasskey, signInWithSecret, type VisitDeps } from './visits.ts'

/** The address of somebody. */
export const addressOf = ({ name }: Pick<SimulatedPerson, 'name'>): string => `${name}@${simulatedDomain}`

/** A network of one's own for each, as at home. */
export const networkOf = (number: number): string =>
  `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

/** The administrator at their desk. */
export interface Administrator {
  /** Ask the API as the admin centre does: signed in a moment ago. @throws LostOnTheWay if it says no */
  ask(method: Method, path: string, body?: object): Promise<Record<string, unknown>>
  /** Do something to somebody, and accept that it shuts them out: by the name of the list, as the API wants it. */
  insist(path: string): Promise<void>
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT'

/** What the simulation runs on. */
export interface SimulatedServer {
  readonly deps: ServerDeps
  readonly app: FastifyInstance
  readonly pass: (seconds: number) => void
}

const desk = {
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  ipAddress: '10.255.255.1',
}
const deskKeeper = { aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96', backup: 'device_bound' } as const

/**
 * Make the organisation as an operator does, with a pass for its first administrator, who makes a passkey over the pages.
 * All else goes through the API.
 */
export async function beginOrganisation(
  server: SimulatedServer,
): Promise<{ readonly tenant: Tenant; readonly administrator: Administrator }> {
  const { deps, app, pass } = server
  const by = operator(deps)
  const tenant = await createTenant(deps, {
    displayName: 'Simulated Ltd',
    domain: simulatedDomain,
    // Nobody has the addresses: mails are written, and go nowhere.
    demo: true,
    ...by,
  })
  const { tenantId } = tenant
  const userName = `admin@${simulatedDomain}`
  const { userId } = await addPerson(deps, { tenantId, userName, displayName: 'Administrator', ...by })
  await grantRole(deps, { tenantId, userId, role: 'globalAdministrator', ...by })
  const issued = await issuePass(deps, { tenantId, userId, once: true, ...by })

  const key = simulatedKey(deskKeeper, deps.now)
  const visit = (): VisitDeps => ({
    browser: pageBrowser(app, desk),
    origin: deps.config.url.origin,
    pass,
  })
  await signInWithSecret(
    visit(),
    { userName, kind: 'pass', secret: issued.pass },
    { key, failures: [], end: 'created' },
  )
  let signedIn: { readonly browser: Promise<PageBrowser>; readonly at: number } | undefined
  const signIn = async () => {
    const here = visit()
    await signInWithPasskey(here, userName, key)
    return here.browser
  }
  const enter = async () => {
    const now = deps.now().getTime()
    // Several things may be asked at once; one of them signs in.
    if (signedIn === undefined || now - signedIn.at >= 4 * 60_000) signedIn = { browser: signIn(), at: now }
    return await signedIn.browser
  }
  const send = async (method: Method, path: string, body?: object, headers?: Record<string, string>) => {
    for (;;) {
      const answer = await (await enter()).send(method, `/admin/api${path}`, body, headers)
      if (answer.statusCode !== 429) return answer
      pass(Number(answer.headers['retry-after'] ?? 1))
    }
  }
  return {
    tenant,
    administrator: {
      async ask(method, path, body) {
        const answer = await send(method, path, body)
        if (answer.statusCode < 400) return answer.body === '' ? {} : answer.json()
        throw new LostOnTheWay(`${method} ${path}: ${answer.body.slice(0, 500)}`)
      },
      async insist(path) {
        const first = await send('POST', path)
        const { header, value } = first.statusCode === 409 ? first.json().error.innerError.acknowledge : {}
        const answer = header === undefined ? first : await send('POST', path, undefined, { [header]: value })
        if (answer.statusCode >= 400) throw new LostOnTheWay(`${path}: ${answer.body.slice(0, 500)}`)
      },
    },
  }
}

/** Let the old way count: this organisation has passwords, and wants to be rid of them. */
export async function allowPasswords({ ask }: Administrator): Promise<void> {
  await ask('PATCH', '/beta/latchkey/organization', {
    leastStrength: 'singleFactor',
    passwordMayAddFirstPasskey: true,
  })
}

/** Add everybody over the API, each in the group of their department and in that of their wave. */
export async function addEverybody(
  { ask }: Administrator,
  people: readonly SimulatedPerson[],
  waves: number,
): Promise<ReadonlyMap<string, string>> {
  const newGroup = async (displayName: string) => {
    const made = await ask('POST', '/v1.0/groups', {
      displayName,
      mailEnabled: false,
      mailNickname: displayName.toLowerCase().replaceAll(' ', '-'),
      securityEnabled: true,
    })
    return String(made['id'])
  }
  const groups = new Map<string, string>()
  for (const { name } of departments) groups.set(name, await newGroup(name))
  for (let wave = 0; wave < waves; wave++) groups.set(waveName(wave), await newGroup(waveName(wave)))

  const add = async (person: SimulatedPerson) => {
    const made = await ask('POST', '/v1.0/users', {
      accountEnabled: true,
      displayName: `Person ${person.number}`,
      mailNickname: person.name,
      userPrincipalName: addressOf(person),
      mail: addressOf(person),
      ...(person.comesWith === 'password' && {
        passwordProfile: { password: passwordOf(person), forceChangePasswordNextSignIn: false },
      }),
    })
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/users/${made['id']}` }
    for (const group of [person.department, waveName(person.wave)]) {
      await ask('POST', `/v1.0/groups/${groups.get(group)}/members/$ref`, reference)
    }
  }
  for (let from = 0; from < people.length; from += addedAtOnce) {
    await Promise.all(people.slice(from, from + addedAtOnce).map(add))
  }
  return groups
}

/** A password is half a tenth of a second of work, on a core of its own. */
const addedAtOnce = 8

export const waveName = (wave: number): string => (wave === 0 ? 'Pilot' : `Wave ${wave}`)

/** A password nobody has: these people are not real, and this database is no one's. */
export const passwordOf = ({ name }: Pick<SimulatedPerson, 'name'>): string =>
  `the long way of ${name} to a passkey`
