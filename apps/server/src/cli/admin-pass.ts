import { issuePass, normaliseUserName, type Person } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import type { Command } from './command.ts'
import { CommandRefusal, readOptions } from './command.ts'
import { withDeps } from './open-deps.ts'
import { getTenant, listAdministrators, operator } from './operator.ts'

/** The way back in when no administrator can sign in: from the machine itself. */
export const adminPass: Command = {
  name: 'admin-pass',
  summary:
    'Issue a one-time pass for an administrator, when nobody can sign in any more.\nIt replaces the pass they had, works once, and is in the audit log.',
  usage: '[ada@juniper.example] [--tenant juniper.example]',
  async run(world, argv) {
    const options = readOptions(argv, { tenant: 'text' }, 1)
    const [userName] = options.words
    await withDeps(world, async (deps) => {
      const { tenantId } = await getTenant(deps, options.text('tenant') ?? (await findDomain(deps, userName)))
      const { userId, userName: name } = await getAdministrator(deps, tenantId, userName)
      const { pass, record } = await issuePass(deps, { tenantId, userId, once: true, ...operator(deps) })
      world.say(`A pass for ${name}, shown only now: ${pass}`)
      world.say(`It works once, until ${record.expiresAt.toISOString()}, at ${world.config.url.origin}.`)
    })
  },
}

/** The domain in a user name, if an organisation has it. */
async function findDomain(deps: ServerDeps, userName: string | undefined): Promise<string | undefined> {
  const domain = userName?.split('@')[1]?.toLowerCase()
  const tenant = domain === undefined ? undefined : await deps.stores.tenants.findByDomain(domain)
  return tenant && domain
}

async function getAdministrator(
  deps: ServerDeps,
  tenantId: string,
  named: string | undefined,
): Promise<Person> {
  const administrators = await listAdministrators(deps, tenantId)
  const names = administrators.map(({ userName }) => userName).join(', ')
  if (administrators.length === 0) throw new CommandRefusal('The organisation has no administrator.')
  const wanted = named === undefined ? undefined : normaliseUserName(named)
  const found = administrators.filter(({ userName }) => wanted === undefined || userName === wanted)
  const [administrator, ...others] = found
  if (administrator === undefined) {
    throw new CommandRefusal(`${named} is not an administrator here. Those who are: ${names}`)
  }
  if (others.length > 0) throw new CommandRefusal(`Say which administrator: ${names}`)
  if (!administrator.enabled) throw new CommandRefusal(`${administrator.userName} is switched off.`)
  return administrator
}
