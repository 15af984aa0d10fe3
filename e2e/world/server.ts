import type { Instance } from './directory.ts'
import { type Program, startProgram } from './program.ts'

/** A server that is up. */
export interface RunningServer {
  readonly program: Program
  readonly url: URL
}

/** Start the server the way people do, and wait until it says that it is ready. */
export async function startServer(
  instance: Instance,
  environment: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<RunningServer> {
  const launch = ['scripts/launch.mjs', 'start', ...options]
  const program = startProgram(launch, toEnvironment(instance, environment))
  try {
    await program.said(/Latchkey is ready at/)
  } catch (silence) {
    // Whoever gives up on it must not leave it running.
    await program.stop()
    throw silence
  }
  return { program, url: instance.url }
}

/** What an instance's server is told. */
export function toEnvironment(
  { url, database, masterKey }: Instance,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    LATCHKEY_URL: url.origin,
    LATCHKEY_DATABASE: database,
    LATCHKEY_KEY: Buffer.from(masterKey).toString('base64'),
    PORT: url.port,
    ...more,
  }
}
