import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { aCredential, aPerson, aTenant } from '../test/contract/world.ts'
import { temporaryStores } from '../test/temporary-stores.ts'

/** A round is mostly the start of a process: well under a second, but not on a machine that does ten other things. */
const patienceMillis = 300_000
const storm = join(import.meta.dirname, '../test/storm.ts')

describe('a process that is killed in the middle of a storm of sign-ins', () => {
  test(
    'has lost nothing that was answered, and kept no half of anything, twenty times',
    async () => {
      const { stores, path, remove } = await temporaryStores()
      await stores.tenants.insert(aTenant())
      await stores.people.insert(aPerson('ann'))
      await stores.credentials.insert(aCredential())
      await stores.close()
      let answeredInAll = 0

      for (let round = 0; round < 20; round++) {
        const child = spawn(process.execPath, [storm, path], { stdio: ['ignore', 'pipe', 'inherit'] })
        const [first] = await once(child.stdout, 'data')
        const rest = text(child.stdout)
        await sleep(20 + Math.random() * 120)
        child.kill('SIGKILL')
        // The last line may be cut off: then its answer was not given.
        const answered = `${first}${await rest}`.split('\n').slice(0, -1)
        answeredInAll += answered.length

        const kept = readBack(path)
        expect(answered.filter((id) => !kept.sessions.has(id))).toEqual([])
        expect(kept.signIns).toEqual(kept.sessions)
        expect(kept.challenges).toEqual(kept.sessions)
        expect(kept.check).toBe('ok')
      }

      expect(answeredInAll).toBeGreaterThan(200)
      await remove()
    },
    patienceMillis,
  )
})

/** What the file holds: opening it is what recovers it. */
function readBack(path: string) {
  const file = new DatabaseSync(path)
  const ids = (sql: string) =>
    new Set(
      file
        .prepare(sql)
        .all()
        .map((row) => String(row['id'])),
    )
  const kept = {
    sessions: ids('select session_id as id from session'),
    signIns: ids('select session_id as id from sign_in'),
    challenges: ids('select lower(hex(nonce)) as id from spent_challenge'),
    check: file.prepare('pragma quick_check').get()?.['quick_check'],
  }
  file.close()
  return kept
}
