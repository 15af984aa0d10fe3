import { readConfig, UnusableConfiguration } from '../config.ts'
import { type Command, CommandRefusal, WrongUsage } from './command.ts'
import { jsonLog } from './json-log.ts'

/** What the command line is run in. */
export interface Terminal {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
}

/**
 * Run one command.
 *
 * @returns the exit code: 0 it was done, 1 it was refused or failed, 2 it was not understood
 */
export async function runOne(command: Command, argv: readonly string[], terminal: Terminal): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    terminal.say(helpOf(command))
    return 0
  }
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
  // By its name: who runs the tunnel service alone loads nothing of the room it comes from.
  if (cause instanceof Error && cause.name === 'IdentityRefusal') return `Refused: ${cause.message}`
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
    return 'Another program listens on this port already: stop it, or set PORT to another.'
  }
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}

function helpOf({ name, usage, summary }: Command): string {
  return `npm run latchkey -- ${name} ${usage}\n\n${summary}`
}
