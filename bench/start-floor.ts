import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Contestant, nextMessage, stopProcess } from './contestant.ts'
import type { FloorTask } from './floor-server.ts'
import { startPinned } from './pinned-process.ts'
import { createSoftwarePasskey, toPortable } from './software-passkey.ts'

/** Start the floor on the first core, with so many people who may sign in. */
export async function startFloor(folder: string, people: number): Promise<Contestant> {
  const passkeys = Array.from({ length: people }, () =>
    toPortable(
      createSoftwarePasskey({
        rpId: 'localhost',
        origin: 'http://localhost',
        userHandle: randomBytes(32),
      }),
    ),
  )
  const child = startPinned(0, [join(import.meta.dirname, 'floor-server.ts')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const task: FloorTask = { database: join(folder, 'floor.db'), passkeys }
  child.send(task)
  const { port } = await nextMessage<{ port: number }>(child)
  return { way: 'floor', process: child, port, passkeys, stop: () => stopProcess(child) }
}
