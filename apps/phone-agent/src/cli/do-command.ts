import type { Agent } from '../agent.ts'
import { add } from '../commands/add.ts'
import { answer, run } from '../commands/answer.ts'
import { create } from '../commands/create.ts'
import { help } from '../commands/help.ts'
import { list } from '../commands/list.ts'
import { remove } from '../commands/remove.ts'
import { scan } from '../commands/scan.ts'
import { status } from '../commands/status.ts'
import { link } from '../links/link.ts'
import type { Command } from './read-command.ts'

/** Do what the person wants. @returns whether it was done */
export async function doCommand(agent: Agent, command: Command): Promise<boolean> {
  switch (command.name) {
    case 'add':
      return await add(agent, command)
    case 'list':
      return await list(agent)
    case 'create':
      return await create(agent, command.which)
    case 'delete':
      return await remove(agent, command.which)
    case 'scan':
      return await scan(agent, command.source)
    case 'answer':
      return await answer(agent, command.source)
    case 'link':
      return await link(agent, command.source)
    case 'run':
      return await run(agent, command.source)
    case 'status':
      return await status(agent)
    case 'help':
      return help(agent.terminal, agent.words)
    case 'version':
      agent.terminal.say(agent.accounts.appVersion)
      return true
  }
}
