#!/usr/bin/env node
import { loadAuthenticatorWords } from '@latchkey/words/authenticator'
import { doCommand } from './cli/do-command.ts'
import { type Command, readCommand } from './cli/read-command.ts'
import { type Config, readConfig } from './config.ts'
import { openAgent } from './open-agent.ts'
import { explain } from './terminal/explain.ts'
import { lineReader } from './terminal/line-reader.ts'
import { lineTerminal, type Terminal } from './terminal/terminal.ts'

/** As shells have it: done, not done, not understood, interrupted. */
const exitCodes = { done: 0, notDone: 1, notUnderstood: 2, interrupted: 130 } as const

const print = (text: string) => process.stdout.write(text)
const reader = lineReader(process.stdin, print, () => {
  // The keyboard is raw while a question is open; it must not stay so.
  process.stdin.setRawMode?.(false)
  process.exit(exitCodes.interrupted)
})
process.exitCode = await main(lineTerminal(print, reader))
reader.close()

async function main(terminal: Terminal): Promise<number> {
  let command: Command
  let config: Config
  try {
    config = readConfig(process.env)
    command = readCommand(process.argv.slice(2))
  } catch (cause) {
    await complain(terminal, cause)
    return exitCodes.notUnderstood
  }
  const agent = await openAgent(config, terminal)
  try {
    return (await doCommand(agent, command)) ? exitCodes.done : exitCodes.notDone
  } catch (cause) {
    await complain(terminal, cause, config)
    return exitCodes.notDone
  } finally {
    agent.close()
  }
}

/** What nobody foresaw is printed whole, for whoever is going to mend it. */
async function complain(terminal: Terminal, cause: unknown, config?: Config): Promise<void> {
  const words = await loadAuthenticatorWords(config?.language ?? 'en')
  const lines = explain(cause, words)
  for (const line of lines ?? [words.agent.fault.unknown]) terminal.say(line)
  if (lines === undefined) console.error(cause)
}
