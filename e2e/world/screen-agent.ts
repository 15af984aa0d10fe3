import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Air } from './bluez.ts'
import { type Program, startProgram } from './program.ts'
import type { Screen } from './screen.ts'

/** Somebody's Linux phone, and the fingers that type on it. */
export interface Phone {
  /** Start a command. What it asks is answered with `type`. */
  start(...argv: readonly string[]): PhoneCommand
  /** Throw the phone away. */
  close(): void
}

/** A command that runs on the phone. */
export interface PhoneCommand extends Program {
  /** Wait for a question, and answer it. */
  type(question: RegExp, answer: string): Promise<void>
  /** Wait until it has ended. @returns its exit code */
  ended(): Promise<number | null>
}

/** Where the phone is. */
export interface PhoneSurroundings {
  readonly air: Air
  /** Whose codes it sees. */
  readonly screen: Screen
  /** Where the tunnel service is reached: `wss://localhost:port`. */
  readonly tunnelUrl: string
  /** The file of the authority that vouches for that service. */
  readonly authorityFile: string
}

/** Take a new phone, with nothing on it. */
export function takePhone({ air, screen, tunnelUrl, authorityFile }: PhoneSurroundings): Phone {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-phone-'))
  return {
    start(...argv) {
      const environment = {
        LATCHKEY_AGENT_FOLDER: join(folder, 'agent'),
        LATCHKEY_AGENT_TUNNEL_URL: tunnelUrl,
        DBUS_SYSTEM_BUS_ADDRESS: air.busAddress,
        NODE_EXTRA_CA_CERTS: authorityFile,
        LANG: 'en_GB.UTF-8',
        // The screen is what it photographs. Its own browser it does not open while somebody signs in: that is ours to do.
        ...(argv[0] === 'add' || argv[0] === 'create' ? {} : { DISPLAY: screen.display }),
      }
      const program = startProgram(['scripts/launch.mjs', 'agent', ...argv], environment, 'somebody')
      const gone = new Promise<number | null>((resolve) => program.process.on('exit', resolve))
      return {
        ...program,
        async type(question, answer) {
          await program.said(question)
          program.process.stdin?.write(`${answer}\n`)
        },
        ended: () => gone,
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
