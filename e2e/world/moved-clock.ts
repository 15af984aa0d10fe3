import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A clock that a story moves, for servers that are started with its environment. */
export interface MovedClock {
  /** For `WorldOptions.environment`. */
  readonly environment: Readonly<Record<string, string>>
  /** From the next moment on it is then, and goes on from there. */
  moveTo(at: Date): Promise<void>
}

/**
 * Run before the server's own code: every `Date` of it is so many milliseconds ahead as a file says. The server knows
 * nothing of that.
 */
const preload = `
  import { readFileSync } from 'node:fs'
  let ahead = 0
  const read = () => { ahead = Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) }
  read()
  setInterval(read, 50).unref()
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + ahead)
      else super(...given)
    }
    static now() { return Real.now() + ahead }
  }
`

/** Make one that is right. */
export function movedClock(): MovedClock {
  const file = join(tmpdir(), `latchkey-clock-${crypto.randomUUID()}`)
  writeFileSync(file, '0')
  const url = `data:text/javascript;base64,${Buffer.from(preload).toString('base64')}`
  return {
    environment: { CLOCK_FILE: file, NODE_OPTIONS: `--import=${url}` },
    async moveTo(at) {
      writeFileSync(file, String(at.getTime() - Date.now()))
      // Longer than it takes to be read.
      await new Promise((resolve) => setTimeout(resolve, 200))
    },
  }
}
