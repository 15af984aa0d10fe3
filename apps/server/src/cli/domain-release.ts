import { getDomainInUse, releaseDomain } from '@latchkey/identity/administer'
import { type Command, readOptions, WrongUsage } from './command.ts'
import { withDeps } from './open-deps.ts'
import { operator } from './operator.ts'

/** For a domain that changed hands: the organisation that had it keeps it no more. */
export const domainRelease: Command = {
  name: 'domain release',
  summary:
    'Take a domain from the organisation that has it, when it has changed hands: its new owner can then prove it.\nSays whom it affects, and does nothing until --yes. It is in the audit log, and the administrators get a mail.',
  usage: 'juniper.example [--yes]',
  async run(world, argv) {
    const options = readOptions(argv, { yes: 'switch' }, 1)
    const [name] = options.words
    if (name === undefined) throw new WrongUsage('the domain is missing')
    await withDeps(world, async (deps) => {
      const { domain, people } = await getDomainInUse(deps, name)
      const tenant = await deps.stores.tenants.find(domain.tenantId)
      world.say(`${domain.domain} belongs to ${tenant?.displayName ?? domain.tenantId}.`)
      world.say(`People who are named after it: ${people.total}`)
      for (const userName of people.userNames) world.say(`  ${userName}`)
      const more = people.total - people.userNames.length
      if (more > 0) world.say(`  and ${more} more`)
      if (!options.isOn('yes')) {
        world.say(
          'Nothing is done yet. They keep their names and passkeys, but are not found by this domain any more.\nTo release it, say the same with --yes.',
        )
        return
      }
      await releaseDomain(deps, { domain: domain.domain, ...operator(deps) })
      world.say(`${domain.domain} is released.`)
    })
  },
}
