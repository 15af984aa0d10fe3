import { execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL server of one's own, gone when it is stopped. */
export interface TemporaryPostgres {
  /** Make an empty database. @returns its URL */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/**
 * Start a PostgreSQL server from the system's own binaries, in a folder of its own, on a socket of its own, durable like
 * a real one. PostgreSQL refuses to run as root: then it runs as the system's user `postgres`.
 *
 * @throws Error if PostgreSQL is not installed
 */
export async function temporaryPostgres(): Promise<TemporaryPostgres> {
  const bin = findBinaries()
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-pg-'))
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const run: SpawnOptions = { ...user, cwd: folder, stdio: 'ignore' }

  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-locale', '-E', 'UTF8', '--no-sync'],
    run,
  )
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=200'],
    run,
  )
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  const urlOf = (name: string) => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(folder)}`
  await untilReady(urlOf('postgres'), () => server.exitCode)

  return {
    async createDatabase() {
      const name = `t${randomBytes(6).toString('hex')}`
      await ask(urlOf('postgres'), `create database ${name}`)
      return urlOf(name)
    },
    async stop() {
      // Immediate shutdown: nobody will look at these files again.
      server.kill('SIGQUIT')
      await exited
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findBinaries(): string {
  const found = globSync('/usr/lib/postgresql/*/bin').toSorted().reverse()
  const bin = [...found, '/usr/local/bin', '/usr/bin'].find((path) => existsSync(join(path, 'initdb')))
  if (bin === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  return bin
}

const idOf = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))

async function untilReady(url: string, exitCode: () => number | null): Promise<void> {
  const end = Date.now() + 30_000
  for (;;) {
    try {
      return await ask(url, 'select 1')
    } catch (cause) {
      if (exitCode() !== null || Date.now() > end) throw new Error('PostgreSQL did not start', { cause })
      await sleep(50)
    }
  }
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
