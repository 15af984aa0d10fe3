import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Make an empty file that only this user can read, unless it is there; SQLite gives its companions the same mode. */
export function makePrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}

/**
 * Make a file that is either whole and on the disk, or not there. Never replaces one: a link refuses to.
 *
 * @param fill writes the file at the path it is given, where an empty private one lies already
 * @throws Error if there is a file
 */
export function makeWhole(path: string, fill: (partial: string) => void): { path: string; bytes: number } {
  if (existsSync(path)) throw new Error(`${path} exists; it is not overwritten`)
  const partial = `${path}.partial-${process.pid}`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(partial, 'wx', 0o600))
  try {
    fill(partial)
    syncToDisk(partial)
    linkSync(partial, path)
    syncToDisk(dirname(path))
    return { path, bytes: statSync(path).size }
  } finally {
    rmSync(partial, { force: true })
  }
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
