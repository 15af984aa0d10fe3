import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '@latchkey/words'
import type { BuiltFrontEnd } from '../front-ends/built-front-end.ts'

/** How the builder calls what is the worker's, and what is not kept for days without a network: it reads QR codes. */
const workerName = /^service-worker-[\w-]+\.js$/
const scanner = /\.wasm$|^(read-qr|zxing)/

/**
 * Write the service worker: what it is to keep, then what was built. A browser takes a new one whenever a byte of it
 * differs, so a new build, or another language, replaces what was kept.
 *
 * @throws Error if there is none in the build
 */
export async function writeServiceWorker(
  built: BuiltFrontEnd,
  { mount, language }: { readonly mount: string; readonly language: Language },
): Promise<string> {
  const file = [...built.parts].find((name) => workerName.test(name))
  if (file === undefined) throw new Error('the Authenticator was built without its service worker')
  const others = [...built.words].filter(([each]) => each !== language).flatMap(([, files]) => [...files])
  const ours = new Set([...(built.words.get(language) ?? []), built.script, ...built.preloads])
  const kept = [...built.parts].filter(
    (name) => !workerName.test(name) && !scanner.test(name) && (ours.has(name) || !others.includes(name)),
  )
  const urls = [mount, ...kept.sort().map((name) => `${mount}/assets/${name}`)]
  const version = createHash('sha256').update(JSON.stringify(urls)).digest('base64url').slice(0, 16)
  const shell = JSON.stringify({ version, urls })
  return `self.shell=${shell};\n${await readFile(join(built.folder, file), 'utf8')}`
}
