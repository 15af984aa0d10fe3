import type { LineReader } from './line-reader.ts'
import { toPlainText } from './to-plain-text.ts'

/** Something to look at before deciding: what it is about, and the facts. */
export interface Card {
  readonly heading: string
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** The screen and the keys of the phone. Whatever is printed has been made harmless. */
export interface Terminal {
  /** Print one line. */
  say(line: string): void
  show(card: Card): void
  /** Print an address of our own making, whole: it may be longer than a line. */
  sayAddress(url: URL): void
  /** @returns what was typed; `undefined` if nobody is there, or the question was taken back */
  ask(question: string, signal?: AbortSignal): Promise<string | undefined>
  /** Ask for something that is not to be seen. */
  askSecret(question: string, signal?: AbortSignal): Promise<string | undefined>
}

/** A terminal that prints and reads lines: it looks the same on a screen, in a pipe and in a log. */
export function lineTerminal(print: (text: string) => void, reader: LineReader): Terminal {
  const say = (line: string) => print(`${toPlainText(line)}\n`)
  return {
    say,
    show({ heading, facts }) {
      const width = Math.max(...facts.map(([name]) => [...name].length))
      say('')
      say(`── ${heading} ${'─'.repeat(Math.max(3, 60 - [...heading].length))}`)
      for (const [name, value] of facts) say(`   ${name.padEnd(width)}   ${value}`)
      say('─'.repeat(64))
    },
    // An address is written in visible ASCII, whatever went into it.
    sayAddress: (url) => print(`${url.href}\n`),
    ask(question, signal) {
      print(`${toPlainText(question)} `)
      return reader.read({ echo: 'letters', ...(signal && { signal }) })
    },
    askSecret(question, signal) {
      print(`${toPlainText(question)} `)
      return reader.read({ echo: 'nothing', ...(signal && { signal }) })
    },
  }
}
