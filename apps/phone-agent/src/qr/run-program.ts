import { execFile } from 'node:child_process'

/**
 * Run a program of the system.
 *
 * @returns what it printed; `undefined` if it is not installed, failed or took too long
 */
export type RunProgram = (program: string, argv: readonly string[]) => Promise<Uint8Array | undefined>

const patienceMilliseconds = 10_000
/** A picture of a large screen. */
const mostBytes = 2 ** 26

/** Run it without a shell. */
export const runProgram: RunProgram = (program, argv) =>
  new Promise((resolve) => {
    const limits = { timeout: patienceMilliseconds, maxBuffer: mostBytes }
    execFile(program, [...argv], { encoding: 'buffer', ...limits }, (error, stdout) =>
      resolve(error === null ? new Uint8Array(stdout) : undefined),
    )
  })
