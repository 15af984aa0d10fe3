import type { ChildProcess } from 'node:child_process'
import type { PortablePasskey } from './software-passkey.ts'

/** A server that is measured: ours, the floor, or the floor that keeps what a sign-in has to. */
export interface Contestant {
  readonly way: 'floor' | 'keeping' | 'latchkey'
  readonly process: ChildProcess
  readonly port: number
  /** Who can sign in there. */
  readonly passkeys: readonly PortablePasskey[]
  stop(): Promise<void>
}

/** Ask a process to end, and wait until it has. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(impatience)
}

/** The next message of a process. Rejects if it ends first. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the process ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      // The only sender is our own file at the other end of the pipe.
      resolve(message as T)
    })
  })
}
