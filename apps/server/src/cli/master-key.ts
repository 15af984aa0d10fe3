import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Stores } from '@latchkey/identity'
import type { MasterKeySource } from '../config.ts'
import { CommandRefusal } from './command.ts'

/**
 * Get the master key: what was given, or what the key file holds. A missing file is made, but only for a database that
 * has no keys yet: a new key would open nothing of an old database.
 *
 * @throws CommandRefusal
 */
export async function getMasterKey(
  source: MasterKeySource,
  stores: Pick<Stores, 'sealingKeys'>,
): Promise<Uint8Array> {
  if (source.kind === 'given') return source.key
  if (!existsSync(source.path)) {
    if ((await stores.sealingKeys.list()).length > 0) {
      throw new CommandRefusal(
        `The key file ${source.path} is missing, and the database was sealed with it. Put it back, or name it by LATCHKEY_KEY_FILE, or give the key by LATCHKEY_KEY.`,
      )
    }
    makeKeyFile(source.path, new Uint8Array(randomBytes(32)))
  }
  return readKeyFile(source.path)
}

/** @throws CommandRefusal if the file holds no key */
export function readKeyFile(path: string): Uint8Array {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length !== 32) throw new CommandRefusal(`The key file ${path} does not hold 32 bytes in base64.`)
  return new Uint8Array(key)
}

/** Write a new key, readable to us alone and on the disk before this returns. Never over another: the first one wins. */
export function makeKeyFile(path: string, key: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${Buffer.from(key).toString('base64')}\n`)
    fsyncSync(file)
    closeSync(file)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  }
}

/** Put a key that was written beside it in the place of the key file. */
export function replaceKeyFile(path: string, by: string): void {
  chmodSync(by, 0o600)
  renameSync(by, path)
}

/** Whether others on this machine can read the key file. */
export function isKeyFileOpenToOthers(path: string): boolean {
  return existsSync(path) && (statSync(path).mode & 0o077) !== 0
}
