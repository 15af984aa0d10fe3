import { listBreakGlass, normaliseUserName } from '@latchkey/identity'
import { markBreakGlass, mostBreakGlass, unmarkBreakGlass } from '@latchkey/identity/administer'
import type { ServerDeps } from '../server-deps.ts'
import { type Command, CommandRefusal, type CommandWorld, readOptions, WrongUsage } from './command.ts'
import { withDeps } from './open-deps.ts'
import { getTenant, operator } from './operator.ts'

/** Which accounts are kept for emergencies. */
export const breakGlassList: Command = {
  name: 'break-glass list',
  summary: 'List the accounts that are kept for emergencies, and when each was last used.',
  usage: '[--tenant juniper.example]',
  async run(world, argv) {
    const options = readOptions(argv, { tenant: 'text' })
    await withDeps(world, async (deps) => {
      const { tenantId, displayName } = await getTenant(deps, options.text('tenant'))
      const accounts = await listBreakGlass(deps.stores, tenantId)
      if (accounts.length === 0) world.say(`${displayName} keeps no account for emergencies.`)
      for (const { person, passkeys, lastUsedAt } of accounts) {
        const used = lastUsedAt === undefined ? 'never used' : `last used ${lastUsedAt.toISOString()}`
        const off = person.enabled ? '' : ', switched off'
        world.say(`${person.userName}: passkeys ${passkeys}, ${used}${off}`)
      }
    })
  },
}

/** Keep an account for emergencies. */
export const breakGlassMark: Command = {
  name: 'break-glass mark',
  summary: `Keep an account for emergencies: rules do not hold for it, only its passkeys open it, and every use is told to every administrator.\nThere may be ${mostBreakGlass}. What is signed in to it ends.`,
  usage: 'rescue@juniper.example [--tenant juniper.example]',
  async run(world, argv) {
    await changeMark(world, argv, async (deps, target, userName) => {
      await markBreakGlass(deps, target)
      world.say(
        `${userName} is kept for emergencies now. Sign in with its passkey once, to see that it works.`,
      )
    })
  },
}

/** Keep it no more. */
export const breakGlassUnmark: Command = {
  name: 'break-glass unmark',
  summary: 'Keep an account for emergencies no more: rules hold for it like for any other.',
  usage: 'rescue@juniper.example [--tenant juniper.example]',
  async run(world, argv) {
    await changeMark(world, argv, async (deps, target, userName) => {
      await unmarkBreakGlass(deps, target)
      world.say(`${userName} is not kept for emergencies any more.`)
    })
  },
}

async function changeMark(
  world: CommandWorld,
  argv: readonly string[],
  change: (deps: ServerDeps, target: Parameters<typeof markBreakGlass>[1], userName: string) => Promise<void>,
): Promise<void> {
  const options = readOptions(argv, { tenant: 'text' }, 1)
  const [named] = options.words
  if (named === undefined) throw new WrongUsage('the user name of the account is missing')
  await withDeps(world, async (deps) => {
    const domain = named.split('@')[1]
    const { tenantId } = await getTenant(deps, options.text('tenant') ?? domain)
    const person = await deps.stores.people.findByUserName(tenantId, normaliseUserName(named))
    if (person === undefined) throw new CommandRefusal(`There is nobody called ${named} here.`)
    const { userId, userName } = person
    await change(deps, { tenantId, userId, ...operator(deps) }, userName)
  })
}
