import { strengthIdOf } from '@latchkey/policy'
import { type Administrator, waveName } from './organisation.ts'

const hour = 60 * 60_000
const place = '/beta/latchkey/rollout/waves'

/** How many people a wave has done what with. */
export interface WaveCount {
  readonly moved: number
  readonly waiting: number
}

/** The wave in which passkeys are asked for, and what an administrator does with it. */
export interface Enforcement {
  /** Start it now: whoever makes it is moved at once, and the others are looked at each day. */
  start(): Promise<void>
  /** Nobody waits any longer: move by hand whoever is left, and let the help desk expect them. */
  moveThoseLeft(): Promise<void>
  count(): Promise<WaveCount>
}

/** Plan that everybody who was invited is asked for a passkey at each sign-in: the pilot, too. */
export async function planEnforcement(
  { ask, insist }: Administrator,
  groups: ReadonlyMap<string, string>,
  { startsAt, endsAt, waves }: { readonly startsAt: number; readonly endsAt: number; readonly waves: number },
): Promise<Enforcement> {
  const { id, targetGroupId } = await ask('POST', place, {
    kind: 'enforcement',
    displayName: 'Passkeys for everybody',
    groupIds: Array.from({ length: waves }, (_, wave) => groups.get(waveName(wave))),
    // Somebody is at their desk before it starts by itself.
    startDateTime: new Date(startsAt + hour).toISOString(),
    endDateTime: new Date(endsAt).toISOString(),
  })
  await letPassesRegister(ask, targetGroupId)
  const wave = `${place}/${id}`
  return {
    async start() {
      await ask('POST', `${wave}/start`)
    },
    async moveThoseLeft() {
      for (const userId of await listWaiting(ask, wave)) {
        await insist(`${wave}/people/${userId}/move`)
      }
    },
    async count() {
      const { people } = await ask('GET', wave)
      return readCount(people)
    },
  }
}

/** Whoever is asked for a passkey everywhere could add none, without a rule of its own for adding one. */
async function letPassesRegister(ask: Administrator['ask'], groupId: unknown): Promise<void> {
  await ask('POST', '/v1.0/identity/conditionalAccess/policies', {
    displayName: 'Adding a passkey with a pass',
    state: 'enabled',
    conditions: {
      users: { includeGroups: [groupId] },
      applications: { includeUserActions: ['urn:user:registersecurityinfo'] },
      clientAppTypes: ['all'],
    },
    grantControls: { operator: 'OR', authenticationStrength: { id: strengthIdOf.multiFactor } },
  })
}

async function listWaiting(ask: Administrator['ask'], wave: string): Promise<readonly string[]> {
  const found: string[] = []
  let page: string | undefined = `${wave}/people?state=waiting&$top=200`
  while (page !== undefined) {
    const { value, '@odata.nextLink': next }: Record<string, unknown> = await ask('GET', page)
    found.push(...(Array.isArray(value) ? value.map(({ id }) => String(id)) : []))
    page = typeof next === 'string' ? next.slice(next.indexOf('/beta/')) : undefined
  }
  return found
}

function readCount(people: unknown): WaveCount {
  const count = { moved: 0, waiting: 0 }
  return typeof people === 'object' ? { ...count, ...people } : count
}
