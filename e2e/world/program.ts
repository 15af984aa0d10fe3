import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** The checkout. */
export const repository = join(import.meta.dirname, '../..')

/** A process that a story started, and everything it has said. */
export interface Program {
  readonly process: ChildProcess
  /** Standard output and error so far, together. */
  output(): string
  /** Wait until what it said matches. Rejects when it ends first, or takes too long, with what it said. */
  said(pattern: RegExp): Promise<RegExpExecArray>
  /** Ask it to end; kill it when it does not. @returns its exit code, absent when it had to be killed */
  stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | undefined>
}

/** What every program of every story said: the story of the logs looks through all of it. */
export const everythingSaid: string[] = []

const patienceMilliseconds = 90_000

/**
 * Start Node with arguments, in the checkout, with nothing of our own environment but what finds programs.
 *
 * @param keyboard whether somebody types: `process.stdin` is theirs then
 */
export function startProgram(
  nodeArguments: readonly string[],
  environment: Readonly<Record<string, string>>,
  keyboard: 'nobody' | 'somebody' = 'nobody',
): Program {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...nodeArguments], {
    cwd: repository,
    env: { PATH, HOME, NODE_ENV: 'production', ...environment },
    stdio: [keyboard === 'nobody' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  let text = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
    everythingSaid.push(chunk.toString())
    for (const listener of listeners) listener()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  child.on('exit', () => {
    for (const listener of listeners) listener()
  })

  return {
    process: child,
    output: () => text,
    said(pattern) {
      return new Promise((resolve, reject) => {
        const impatience = setTimeout(
          () => finish(() => reject(complaint('did not say in time:', pattern, text))),
          patienceMilliseconds,
        )
        const finish = (end: () => void) => {
          clearTimeout(impatience)
          listeners.delete(listen)
          end()
        }
        const listen = () => {
          const match = pattern.exec(text)
          if (match !== null) finish(() => resolve(match))
          else if (hasEnded(child)) finish(() => reject(complaint('ended without saying', pattern, text)))
        }
        listeners.add(listen)
        listen()
      })
    },
    async stop(signal = 'SIGTERM') {
      if (!hasEnded(child)) {
        const gone = once(child, 'exit')
        child.kill(signal)
        const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000)
        await gone
        clearTimeout(impatience)
      }
      return child.exitCode ?? undefined
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function complaint(what: string, pattern: RegExp, text: string): Error {
  return new Error(`the program ${what} ${pattern}; it said:\n${text.slice(-3000)}`)
}
