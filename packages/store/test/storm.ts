/**
 * A process that signs in as fast as it can over the SQLite file it is told, 16 at a time, and writes a line with the
 * session's id for each answer it has been given. It goes on until it is killed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openStores } from '../src/open-stores.ts'
import { aCredential, aSession, aSignIn, later } from './contract/world.ts'

const stores = await openStores({ database: process.argv[2] ?? '' })

async function signIn(): Promise<string> {
  const id = randomBytes(16).toString('hex')
  const use = { signCount: 0, backupState: false, userVerified: true, at: later(1), from: '192.0.2.1' }
  await stores.atomically(async (tx) => {
    await tx.spentChallenges.insert({
      tenantId: 'contoso',
      nonce: Buffer.from(id, 'hex'),
      expiresAt: later(60),
    })
    await tx.credentials.putUse('contoso', aCredential().id, use)
    await tx.sessions.insert(aSession({ sessionId: id }), createHash('sha256').update(id).digest())
    await tx.signIns.append(aSignIn({ signInId: id, sessionId: id }))
    await tx.people.putLastMethod('contoso', 'id-of-ann', 'passkey')
  })
  return id
}

await Promise.all(
  Array.from({ length: 16 }, async () => {
    // Written synchronously: what the parent can read was answered before.
    for (;;) writeSync(1, `${await signIn()}\n`)
  }),
)
