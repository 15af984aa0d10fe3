/**
 * The floor: the least that a durable passkey sign-in can cost on this machine and runtime. Bare `node:http`, two
 * JSON requests, one ES256 check with a key in memory, one row in SQLite (WAL, synchronous FULL), one commit for all
 * answers of a turn. No policy, no log, no session: a bound, not a design. Where it keeps a sign-in's rows (`kept-rows.ts`),
 * it is the bound of whoever keeps a session and a log: still without policy, cookies, limits, or anything sealed.
 *
 * A process of its own, told by its parent: the file to write and the passkeys to know.
 */
import { createHash, createPublicKey, type KeyObject, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { type Kept, keepRows } from './kept-rows.ts'

/** What the parent sends first. */
export interface FloorTask {
  readonly database: string
  /** Whether the file is a directory, and what a sign-in reads and writes there is read and written. */
  readonly keepsRows: boolean
  /** Credential ids and public keys (SubjectPublicKeyInfo), base64url. */
  readonly passkeys: readonly { readonly credentialId: string; readonly spki: string }[]
}

interface Assertion {
  readonly id: string
  readonly response: {
    readonly clientDataJSON: string
    readonly authenticatorData: string
    readonly signature: string
  }
}

function serveFloor(task: FloorTask): void {
  const keys = new Map<string, KeyObject>()
  for (const { credentialId, spki } of task.passkeys) {
    keys.set(
      credentialId,
      createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' }),
    )
  }
  const challenges = new Set<string>()
  const commit = task.keepsRows ? keepRows(task.database) : groupCommit(task.database)

  const server = createServer((request, response) => {
    readText(request, (text) => {
      if (request.url === '/options') {
        const challenge = randomBytes(32).toString('base64url')
        challenges.add(challenge)
        return answer(response, 200, { challenge, rpId: 'localhost', userVerification: 'required' })
      }
      const assertion: Assertion = JSON.parse(text)
      if (!isGenuine(assertion, keys, challenges)) return answer(response, 403, {})
      commit({
        credentialId: assertion.id,
        done: (token) => answer(response, 200, { signedIn: true, token }),
      })
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
  })
}

function isGenuine(assertion: Assertion, keys: Map<string, KeyObject>, challenges: Set<string>): boolean {
  const clientDataJson = Buffer.from(assertion.response.clientDataJSON, 'base64url')
  const clientData: { challenge: string } = JSON.parse(clientDataJson.toString())
  const key = keys.get(assertion.id)
  if (key === undefined || !challenges.delete(clientData.challenge)) return false
  const signed = Buffer.concat([
    Buffer.from(assertion.response.authenticatorData, 'base64url'),
    createHash('sha256').update(clientDataJson).digest(),
  ])
  return verify('sha256', signed, key, Buffer.from(assertion.response.signature, 'base64url'))
}

function groupCommit(file: string): (kept: Kept) => void {
  const database = new DatabaseSync(file)
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table if not exists sign_in (id blob primary key, credential text, at integer) strict',
  )
  const insert = database.prepare('insert into sign_in values (?, ?, ?)')
  let queue: Kept[] = []
  return (kept) => {
    queue.push(kept)
    if (queue.length > 1) return
    setImmediate(() => {
      const batch = queue
      queue = []
      database.exec('begin immediate')
      for (const { credentialId } of batch) insert.run(randomBytes(16), credentialId, Date.now())
      database.exec('commit')
      for (const { done } of batch) done('')
    })
  }
}

function readText(request: IncomingMessage, then: (text: string) => void): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => then(Buffer.concat(chunks).toString()))
}

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

process.once('message', serveFloor)
