import { IdentityRefusal } from '@latchkey/identity'
import { readConfig, UnusableConfiguration } from '../config.ts'
import { type Command, CommandRefusal, WrongUsage } from './command.ts'
import { commands } from './commands.ts'
import { jsonLog } from './json-log.ts'

/** What the command line is run in. */
export interface Terminal {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
}

/**
 * Do what was typed.
 *
 * @returns the exit code: 0 it was done, 1 it was refused or failed, 2 it was not understood
 */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  if (argv.length === 0 || argv[0] === 'help' || argv[0] === '--help' || argv[0] === '-h') {
    terminal.say(helpOfAll())
    return 0
  }
  const found = findCommand(argv)
  if (found === undefined) {
    terminal.complain(`"${argv[0]}" is not a command.\n\n${helpOfAll()}`)
    return 2
  }
  const { command, rest } = found
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.say(helpOf(command))
    return 0
  }
  return await run(command, rest, terminal)
}

async function run(command: Command, argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const config = readConfig(terminal.variables)
    await command.run({ config, log: jsonLog(config.logLevel), say: terminal.say }, argv)
    return 0
  } catch (cause) {
    if (cause instanceof WrongUsage) {
      terminal.complain(`${cause.message}\n\n${helpOf(command)}`)
      return 2
    }
    terminal.complain(toSentence(cause))
    return 1
  }
}

/** What is expected is said in a sentence; a fault shows where it came from. */
function toSentence(cause: unknown): string {
  if (cause instanceof UnusableConfiguration || cause instanceof CommandRefusal) return cause.message
  if (cause instanceof IdentityRefusal) return `Refused: ${cause.message}`
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
    return 'Another program listens on this port already: stop it, or set PORT to another.'
  }
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}

function findCommand(argv: readonly string[]) {
  for (const command of commands) {
    const words = command.name.split(' ')
    if (words.every((word, index) => argv[index] === word)) return { command, rest: argv.slice(words.length) }
  }
  return undefined
}

function helpOf({ name, usage, summary }: Command): string {
  return `npm run latchkey -- ${name} ${usage}\n\n${summary}`
}

function helpOfAll(): string {
  const widest = Math.max(...commands.map((command) => command.name.length))
  return [
    'Latchkey: sign in with passkeys, on your own server.',
    '',
    'npm run latchkey -- <command>',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary.split('\n')[0]}`),
    '',
    'Each command explains itself: npm run latchkey -- <command> --help',
  ].join('\n')
}
