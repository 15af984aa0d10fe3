import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The front ends there are, by the room they live in. */
export type FrontEndName = 'admin' | 'security-info'

/** What the builder left: what the document names, and everything that can be asked for. */
export interface BuiltFrontEnd {
  /** The folder that holds the files. */
  readonly folder: string
  /** File names, each with a hash of what is in it, so that a name means the same for ever. */
  readonly script: string
  readonly styles: readonly string[]
  /** What the script imports at once. */
  readonly preloads: readonly string[]
  /** What it imports next, by language: its words. */
  readonly words: ReadonlyMap<string, readonly string[]>
  /** Every file, the compressed ones too. */
  readonly files: ReadonlySet<string>
}

/** How the files of words are called. */
const languageOf: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  japanese: 'ja',
}

const Chunk = z.object({
  file: z.string(),
  src: z.string().optional(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
})

const Manifest = z.record(z.string(), Chunk)

/** Where the builder leaves a front end. */
export function frontEndFolder(name: FrontEndName): string {
  return fileURLToPath(new URL(`../../../${name}/dist`, import.meta.url))
}

/**
 * Read what was built.
 *
 * @throws Error if nothing was: `npm start` builds what is missing
 */
export async function readBuiltFrontEnd(folder: string): Promise<BuiltFrontEnd> {
  const [manifest, files] = await Promise.all([
    readFile(join(folder, '.vite/manifest.json'), 'utf8'),
    readdir(join(folder, 'assets')),
  ])
  const chunks = Manifest.parse(JSON.parse(manifest))
  const entry = chunks['src/main.tsx']
  if (entry === undefined) throw new Error(`${folder} has no entry`)
  const withImports = ({ file, imports }: z.infer<typeof Chunk>) => [
    file,
    ...imports.flatMap((name) => chunks[name]?.file ?? []),
  ]
  const words = Object.values(chunks).flatMap((chunk) => {
    const [, name] = /\/words\/src\/\w+\/(\w+)\.ts$/.exec(chunk.src ?? '') ?? []
    const language = name === undefined ? undefined : languageOf[name]
    return language === undefined ? [] : [[language, withImports(chunk).map(toName)] as const]
  })
  return {
    folder: join(folder, 'assets'),
    script: toName(entry.file),
    styles: entry.css.map(toName),
    preloads: withImports(entry).slice(1).map(toName),
    words: new Map(words),
    files: new Set(files),
  }
}

/** `assets/main-1a2b.js` is `main-1a2b.js` to us. */
function toName(file: string): string {
  return file.replace(/^assets\//, '')
}
