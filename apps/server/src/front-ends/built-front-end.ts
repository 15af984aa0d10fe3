import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The front ends there are, by the room they live in. */
export type FrontEndName = 'admin' | 'authenticator' | 'security-info'

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
  /** What each page is made of, by the file it is written in: `src/pages/home/home-page.tsx`. */
  readonly pages: ReadonlyMap<string, readonly string[]>
  /** Everything of this build, the words of every language too. Files of builds before may still be there. */
  readonly parts: ReadonlySet<string>
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
  dynamicImports: z.array(z.string()).default([]),
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
  const withImports = (chunk: z.infer<typeof Chunk>) => {
    const found = new Set([chunk])
    // Grows while it is walked: an import may import more.
    for (const { imports } of found) {
      for (const name of imports) if (chunks[name] !== undefined) found.add(chunks[name])
    }
    return [...found]
  }
  const toFiles = (chunk: z.infer<typeof Chunk>) => withImports(chunk).map(({ file }) => toName(file))
  // Pages may have words of their own: what is loaded at the start is what the entry itself asks for, and lies in no
  // folder of a part.
  const begun = new Set(withImports(entry).flatMap(({ dynamicImports }) => dynamicImports))
  const words = Object.entries(chunks).flatMap(([id, chunk]) => {
    if (!begun.has(id)) return []
    const [, name] = /\/words\/src\/\w+\/(\w+)\.ts$/.exec(chunk.src ?? '') ?? []
    const language = name === undefined ? undefined : languageOf[name]
    return language === undefined ? [] : [[language, toFiles(chunk)] as const]
  })
  return {
    folder: join(folder, 'assets'),
    script: toName(entry.file),
    styles: withImports(entry).flatMap(({ css }) => css.map(toName)),
    preloads: toFiles(entry).slice(1),
    words: new Map(words),
    pages: new Map(
      Object.values(chunks).flatMap((chunk) =>
        chunk.src?.startsWith('src/pages/') ? [[chunk.src, toFiles(chunk)] as const] : [],
      ),
    ),
    parts: new Set(Object.values(chunks).flatMap(({ file, css }) => [file, ...css].map(toName))),
    files: new Set(files),
  }
}

/** `assets/main-1a2b.js` is `main-1a2b.js` to us. */
function toName(file: string): string {
  return file.replace(/^assets\//, '')
}
