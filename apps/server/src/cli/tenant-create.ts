import { issuePass } from '@latchkey/identity'
import { addPerson, createTenant, grantRole } from '@latchkey/identity/administer'
import type { Command } from './command.ts'
import { readOptions } from './command.ts'
import { withDeps } from './open-deps.ts'
import { operator } from './operator.ts'

/** Make an organisation without the page that the first start offers. */
export const tenantCreate: Command = {
  name: 'tenant create',
  summary:
    'Make an organisation; with --admin also its first administrator, and a pass for them.\nThe pass is shown once. It works once, within an hour.',
  usage: '--name "Juniper" --domain juniper.example [--admin ada@juniper.example] [--admin-name "Ada King"]',
  async run(world, argv) {
    const options = readOptions(argv, { name: 'text', domain: 'text', admin: 'text', 'admin-name': 'text' })
    const ask = { displayName: options.needText('name'), domain: options.needText('domain') }
    const admin = options.text('admin')
    await withDeps(world, async (deps) => {
      const by = operator(deps)
      const { tenantId } = await createTenant(deps, { ...ask, ...by })
      world.say(`Made the organisation "${ask.displayName}" (${ask.domain}) with the id ${tenantId}.`)
      if (admin === undefined) return
      const displayName = options.text('admin-name') ?? admin
      const { userId, userName } = await addPerson(deps, { tenantId, userName: admin, displayName, ...by })
      await grantRole(deps, { tenantId, userId, role: 'globalAdministrator', ...by })
      const { pass } = await issuePass(deps, { tenantId, userId, once: true, ...by })
      world.say(`Made the administrator ${userName}. Their pass, shown only now: ${pass}`)
      world.say(`They sign in with it at ${world.config.url.origin} and make a passkey there.`)
    })
  },
}
