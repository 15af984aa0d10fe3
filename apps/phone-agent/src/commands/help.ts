import type { AuthenticatorWords } from '@latchkey/words/authenticator'
import type { Terminal } from '../terminal/terminal.ts'

/** How each command is typed. */
const spelt = {
  add: 'add <server> [--name <name>]',
  list: 'list',
  create: 'create [<account>]',
  delete: 'delete [<passkey>]',
  scan: 'scan [--screen | --picture <file> | --camera [--device <device>]]',
  answer: 'answer [--screen | --picture <file> | --camera [--device <device>]]',
  link: 'link [--screen | --picture <file> | --camera [--device <device>]]',
  run: 'run [--screen | --camera [--device <device>] | --linked]',
  status: 'status',
} as const

/** Say what there is. */
export function help(terminal: Terminal, { agent, links }: AuthenticatorWords): boolean {
  const { help: said } = agent
  const leads = { ...said.commands, link: links.agent.command }
  terminal.say(said.lead)
  terminal.say('')
  terminal.say(`${said.usage}: latchkey-agent …`)
  const names: readonly (keyof typeof spelt)[] = [
    'add',
    'list',
    'create',
    'delete',
    'scan',
    'answer',
    'link',
    'run',
    'status',
  ]
  for (const name of names) {
    terminal.say(`  ${spelt[name]}`)
    terminal.say(`      ${leads[name]}`)
  }
  terminal.say('')
  terminal.say(`  --screen, --picture, --camera   ${said.where}`)
  terminal.say(`  --linked   ${links.agent.linkedAlone}`)
  terminal.say(`  --name   ${said.name}`)
  return true
}
