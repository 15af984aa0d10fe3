import { findApp, permitApp } from '@latchkey/identity'
import { findGraphPermission } from '@latchkey/policy'
import { type Command, CommandRefusal, readOptions, WrongUsage } from './command.ts'
import { withDeps } from './open-deps.ts'
import { getTenant, operator } from './operator.ts'

/** Grant an app what it may do through the API for itself. */
export const appPermit: Command = {
  name: 'app permit',
  summary:
    'Let an app call the Graph-shaped API for itself, with nobody signed in.\nThe names are those of its application permissions.',
  usage: '--client-id 01990000-… --permission Policy.Read.All [--permission …] [--tenant juniper.example]',
  async run(world, argv) {
    const options = readOptions(argv, { 'client-id': 'text', permission: 'list', tenant: 'text' })
    const clientId = options.needText('client-id')
    const permissions = options.list('permission')
    if (permissions.length === 0) throw new WrongUsage('--permission is missing')
    const unknown = permissions.find((name) => findGraphPermission(name)?.application === undefined)
    if (unknown !== undefined)
      throw new WrongUsage(`--permission: there is no application permission "${unknown}"`)
    await withDeps(world, async (deps) => {
      const { tenantId } = await getTenant(deps, options.text('tenant'))
      const app = await findApp(deps.stores, tenantId, clientId)
      if (app === undefined) throw new CommandRefusal(`There is no app "${clientId}".`)
      if (app.kind !== 'web' && app.kind !== 'daemon') {
        throw new CommandRefusal(`"${app.displayName}" keeps no secret, so it cannot act for itself.`)
      }
      await permitApp(deps, { tenantId, clientId, permissions, ...operator(deps) })
      world.say(`"${app.displayName}" may now, for itself: ${permissions.join(', ')}.`)
    })
  },
}
