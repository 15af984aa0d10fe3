import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Contestant, nextMessage, stopProcess } from './contestant.ts'
import { fillDirectory } from './fill-directory.ts'
import type { FloorTask } from './floor-server.ts'
import { startPinned } from './pinned-process.ts'
import { createSoftwarePasskey, toPortable } from './software-passkey.ts'

/** Start the floor on the first core, with so many people who may sign in. */
export function startFloor(folder: string, people: number): Promise<Contestant> {
  const passkeys = Array.from({ length: people }, () =>
    toPortable(
      createSoftwarePasskey({
        rpId: 'localhost',
        origin: 'http://localhost',
        userHandle: randomBytes(32),
      }),
    ),
  )
  return start('floor', { database: join(folder, 'floor.db'), keepsRows: false, passkeys })
}

/** Start the floor that keeps a sign-in's rows, on the first core too. */
export async function startKeeping(folder: string, people: number): Promise<Contestant> {
  const database = join(folder, 'keeping.db')
  const masterKey = new Uint8Array(randomBytes(32))
  const passkeys = await fillDirectory({ database, url: 'http://localhost', masterKey, people })
  return await start('keeping', { database, keepsRows: true, passkeys })
}

async function start(
  way: Contestant['way'],
  task: FloorTask & Pick<Contestant, 'passkeys'>,
): Promise<Contestant> {
  const child = startPinned(0, [join(import.meta.dirname, 'floor-server.ts')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.send(task)
  const { port } = await nextMessage<{ port: number }>(child)
  return { way, process: child, port, passkeys: task.passkeys, stop: () => stopProcess(child) }
}
