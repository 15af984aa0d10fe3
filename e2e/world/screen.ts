import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { stopChild } from '@latchkey/testing/private-bus'

/** A screen that nobody looks at, for browsers that want to be seen. */
export interface Screen {
  /** For `DISPLAY`. */
  readonly display: string
  /** What is to be seen, as PNG. */
  photograph(): Promise<Buffer>
  close(): Promise<void>
}

/** Its size in pixels. */
export const screenSize = { width: 1000, height: 900 }

/** Switch one on, with the first number that is free. */
export async function openScreen(): Promise<Screen> {
  const size = `${screenSize.width}x${screenSize.height}x24`
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const said = server.stdio[3]
  if (said === null || said === undefined) throw new Error('the screen cannot say its number')
  const [number] = await once(said, 'data')
  const display = `:${String(number).trim()}`
  return {
    display,
    async photograph() {
      const { stdout } = await promisify(execFile)(
        'import',
        ['-display', display, '-window', 'root', 'png:-'],
        {
          encoding: 'buffer',
          maxBuffer: 2 ** 25,
        },
      )
      return stdout
    },
    close: () => stopChild(server),
  }
}
