import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypes } from './strip-types.ts'

/** A script that pages carry inline. Known when the program starts; its hash stands in the page's policy. */
export interface PageScript {
  /** JavaScript, on first use. */
  source(): string
  /** `sha256-…`, as `script-src` wants it. */
  hash(): string
}

/**
 * Define a script from a file of TypeScript and the files it imports. The types are stripped and the files put one
 * after another, as one module, when the first page needs it. All their top-level names share one scope, so they must
 * differ; `import { a as b }` and packages of others are not for the browser.
 */
export function pageScript(file: URL): PageScript {
  let linked: { readonly source: string; readonly hash: string } | undefined
  const link = () => {
    if (linked === undefined) {
      const source = linkFiles(file, new Set())
      linked = { source, hash: `sha256-${createHash('sha256').update(source).digest('base64')}` }
    }
    return linked
  }
  return { source: () => link().source, hash: () => link().hash }
}

const importLine = /^import\s*\{([^}]*)\}\s*from\s*'([^']+)'\s*;?$/gm

function linkFiles(file: URL, seen: Set<string>): string {
  if (seen.has(file.href)) return ''
  seen.add(file.href)
  const script = stripTypes(readFileSync(file, 'utf8'))
  const imported: string[] = []
  const own = script.replace(importLine, (line, names: string, path: string) => {
    if (!/^(\.|@latchkey\/)/.test(path) || / as /.test(names)) throw new Error(`not for a page: ${line}`)
    if (names.trim() !== '') imported.push(linkFiles(locate(path, file), seen))
    return ''
  })
  return imported.join('') + squeeze(own)
}

/** Where an import leads: beside the file, or through the door of another room. */
function locate(path: string, file: URL): URL {
  return path.startsWith('@latchkey/') ? new URL(import.meta.resolve(path)) : new URL(path, file)
}

/**
 * Drop what only people read. Scripts have no template literal that spans lines and no text with two spaces in a row, so
 * the start of a line and the gaps that types leave are free.
 */
function squeeze(script: string): string {
  return script
    .replace(/^\s*\/\*\*[\s\S]*?\*\/$/gm, '')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/ {2,}/g, ' ')
        .replace(/^export (?=const|function|async)/, ''),
    )
    .filter((line) => line !== '' && !line.startsWith('//'))
    .map((line) => `${line}\n`)
    .join('')
}
