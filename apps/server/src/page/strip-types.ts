import { hash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { getCompileCacheDir, stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

/**
 * Strip the types of a script, or take what came of it before: what strips them needs a third of a second, and keeps
 * 18 MB of memory.
 *
 * @param folder where it is kept, under a name made of the text: beside what Node keeps of our own code. Absent: nowhere
 */
export function stripTypes(text: string, folder = getCompileCacheDir()): string {
  if (folder === undefined) return stripTypeScriptTypes(text)
  const file = join(folder, `script-${hash('sha256', text)}.js`)
  const kept = findKept(file)
  if (kept !== undefined) return kept
  const stripped = stripTypeScriptTypes(text)
  keep(file, stripped)
  return stripped
}

function findKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** At once or not at all: another process may read it at this moment. */
function keep(file: string, stripped: string): void {
  try {
    const begun = `${file}-${process.pid}`
    writeFileSync(begun, stripped)
    renameSync(begun, file)
  } catch {
    // A folder that cannot be written: the next start strips anew.
  }
}
