import { parseArgs } from 'node:util'
import type { FastifyBaseLogger } from 'fastify'
import type { Config } from '../config.ts'

/** What a command may use of the world around it. */
export interface CommandWorld {
  readonly config: Config
  readonly log: FastifyBaseLogger
  /** Tell the person at the terminal. */
  readonly say: (text: string) => void
}

/** One thing the command line can do. */
export interface Command {
  /** As it is typed, such as `tenant create`. */
  readonly name: string
  readonly summary: string
  /** What may follow the name. */
  readonly usage: string
  run(world: CommandWorld, argv: readonly string[]): Promise<void>
}

/** The command cannot be done as asked; the message says why, to the person who asked. */
export class CommandRefusal extends Error {
  override readonly name = 'CommandRefusal'
}

/** The command was not typed as it must be. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** What options a command takes: `text` has a value, `list` may come several times, `switch` is there or not. */
export type OptionKinds = Readonly<Record<string, 'text' | 'list' | 'switch'>>

/** The options as they were typed. */
export interface Options {
  text(name: string): string | undefined
  /** @throws WrongUsage if it is missing */
  needText(name: string): string
  list(name: string): readonly string[]
  isOn(name: string): boolean
  /** What stands there without an option's name. */
  readonly words: readonly string[]
}

/**
 * Read the options of a command.
 *
 * @param mostWords how many words may stand there without an option's name
 * @throws WrongUsage
 */
export function readOptions(argv: readonly string[], kinds: OptionKinds, mostWords = 0): Options {
  const { values, positionals } = parse(argv, kinds)
  if (positionals.length > mostWords) throw new WrongUsage(`"${positionals[mostWords]}" is not understood`)
  const textsOf = (name: string) => {
    const value = values[name]
    const all = Array.isArray(value) ? value : [value]
    return all.filter((one) => typeof one === 'string')
  }
  return {
    text: (name) => textsOf(name)[0],
    needText(name) {
      const [text] = textsOf(name)
      if (text === undefined || text === '') throw new WrongUsage(`--${name} is missing`)
      return text
    },
    list: textsOf,
    isOn: (name) => values[name] === true,
    words: positionals,
  }
}

function parse(argv: readonly string[], kinds: OptionKinds) {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const), multiple: kind === 'list' },
    ]),
  )
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '', { cause })
  }
}
