import { commands } from './commands.ts'
import { runOne, type Terminal } from './run-one.ts'

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
  return await runOne(command, rest, terminal)
}

function findCommand(argv: readonly string[]) {
  for (const command of commands) {
    const words = command.name.split(' ')
    if (words.every((word, index) => argv[index] === word)) return { command, rest: argv.slice(words.length) }
  }
  return undefined
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
