import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type KeeperStore, readKept } from '@latchkey/keeper'

/** A store in a file of the person's own. */
export interface FileStore extends KeeperStore {
  close(): void
}

const busyMilliseconds = 5_000

/**
 * Keep everything in one file that nobody else may read (mode 0600, in a folder of 0700). A change is one transaction
 * among all our processes, and on the disk when it is done; what was removed is overwritten.
 *
 * @param folder is made if it is not there
 */
export function fileStore(folder: string): FileStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const file = join(folder, 'authenticator.db')
  // SQLite would make it readable by everybody; its journal has the mode of the file itself.
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
  const database = new DatabaseSync(file, { timeout: busyMilliseconds })
  database.exec('pragma synchronous = full; pragma secure_delete = on')
  database.exec(
    'create table if not exists kept (one integer primary key check (one = 1), document text) strict',
  )
  const select = database.prepare('select document from kept')
  const replace = database.prepare('insert or replace into kept (one, document) values (1, ?)')

  const readNow = () => {
    const document = select.get()?.['document']
    return readKept(typeof document === 'string' ? JSON.parse(document) : undefined)
  }
  return {
    async read() {
      return readNow()
    },
    async change(change) {
      database.exec('begin immediate')
      try {
        const before = readNow()
        const [after, answer] = change(before)
        if (after !== before) replace.run(JSON.stringify(after))
        database.exec('commit')
        return answer
      } catch (cause) {
        database.exec('rollback')
        throw cause
      }
    },
    close: () => database.close(),
  }
}
