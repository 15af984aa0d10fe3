import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite'

type Row = Readonly<Record<string, SQLOutputValue>>

/** A sign-in that is to be kept. */
export interface Kept {
  /** base64url */
  readonly credentialId: string
  /** Called once it is on the disk. */
  done(token: string): void
}

/**
 * What a sign-in reads and writes of a directory, by bare statements and nothing else: the credential, its person and
 * their organisation; the challenge that is spent, the use of the passkey, the session, and the line of the log. One
 * commit for all that come in a turn.
 *
 * @param file of a directory that `fillDirectory` made
 */
export function keepRows(file: string): (kept: Kept) => void {
  const database = new DatabaseSync(file)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma wal_autocheckpoint = 4000',
  )
  const keep = keepOne(database)
  let queue: Kept[] = []
  return (kept) => {
    queue.push(kept)
    if (queue.length > 1) return
    setImmediate(() => {
      const batch = queue
      queue = []
      database.exec('begin immediate')
      const answers = batch.map(({ credentialId, done }) => ({ token: keep(credentialId), done }))
      database.exec('commit')
      for (const { token, done } of answers) done(token)
    })
  }
}

function keepOne(database: DatabaseSync): (credentialId: string) => string {
  const findCredential = database.prepare(
    'select credential.* from credential_directory join credential using (tenant_id, credential_id) where credential_directory.rp_id = ? and credential_directory.credential_id = ?',
  )
  const findPerson = database.prepare('select * from person where tenant_id = ? and user_id = ?')
  const findTenant = database.prepare('select * from tenant where tenant_id = ?')
  const use = database.prepare(
    'update credential set sign_count = 0, last_used_at = ?, last_used_from = ? where tenant_id = ? and credential_id = ?',
  )
  const spend = insertInto(database, 'spent_challenge')
  const open = insertInto(database, 'session')
  const log = insertInto(database, 'sign_in')
  const address = '127.0.0.1'
  return (credentialId) => {
    const now = Date.now()
    const id = Buffer.from(credentialId, 'base64url')
    const { tenant_id, user_id, aaguid } = one(findCredential, 'localhost', id)
    const { security_stamp, user_name } = one(findPerson, tenant_id, user_id)
    one(findTenant, tenant_id)
    const token = randomBytes(32)
    const session_id = randomUUID()
    const proof = { method: 'passkey', at: now, passkey: { credentialId, aaguid, userVerified: true } }
    spend({ tenant_id, nonce: randomBytes(16), expires_at: now })
    use.run(now, address, tenant_id ?? null, id)
    open({
      tenant_id,
      session_id,
      user_id,
      security_stamp,
      token_hash: createHash('sha256').update(token).digest(),
      proofs: JSON.stringify([proof]),
      created_at: now,
      expires_at: now,
      ip_address: address,
    })
    log({
      tenant_id,
      session_id,
      user_id,
      user_name,
      aaguid,
      sign_in_id: randomUUID(),
      at: now,
      correlation_id: randomUUID(),
      outcome: 'success',
      method: 'passkey',
      credential_id: credentialId,
      ip_address: address,
    })
    return token.toString('base64url')
  }
}

function one(statement: StatementSync, ...parameters: (SQLOutputValue | undefined)[]): Row {
  const row = statement.get(...parameters.map((each) => each ?? null))
  if (row === undefined) throw new Error('the directory has no such row')
  return row
}

/** Make what inserts a row: columns that are not said are empty, as the table lets them be. */
function insertInto(
  database: DatabaseSync,
  table: string,
): (row: Record<string, SQLOutputValue | undefined>) => void {
  const columns = database
    .prepare('select name, type, "notnull" as needed from pragma_table_info(?)')
    .all(table)
  const names = columns.map(({ name }) => String(name))
  const empty = columns.map(({ type, needed }) => (needed === 0 ? null : type === 'INTEGER' ? 0 : ''))
  const insert = database.prepare(`insert into ${table} (${names}) values (${names.map(() => '?')})`)
  return (row) => void insert.run(...names.map((name, at) => row[name] ?? empty[at] ?? null))
}
