import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const sources = ['{packages,apps}/*/src/**/*.ts', 'package-lock.json']

/**
 * Keep what Node makes of our TypeScript, so that later starts are twice as fast and need a quarter less memory: the
 * compiler that strips types stays in the memory of a process that needed it.
 *
 * @returns whether everything is there already; if not, a process that can spare it should call `compileAll`
 */
export function keepCompiled(root) {
  const folder = join(root, 'node_modules', '.cache', 'latchkey')
  module.enableCompileCache(folder)
  const marker = join(folder, `compiled-${newest(root)}`)
  return { isWhole: existsSync(marker), folder, marker }
}

/**
 * Load everything a server loads at its start, by asking it for help in silence, and what it loads when it is first asked
 * for, the scripts of pages included; keep what was compiled, and note that it is whole.
 */
export async function compileAll(root, { folder, marker }) {
  const { log } = console
  const { argv } = process
  try {
    console.log = () => {}
    process.argv = [...argv.slice(0, 2), 'help']
    await import(pathToFileURL(join(root, 'apps/server/src/main.ts')).href)
    for (const address of loadedLater(root)) await import(address)
    await stripPageScripts(root)
    module.flushCompileCache()
    mkdirSync(folder, { recursive: true })
    writeFileSync(marker, '')
  } catch {
    // A folder that cannot be written, or code that does not load: the server itself will say so, if it matters.
  } finally {
    console.log = log
    process.argv = argv
  }
}

/** What the server imports when it needs it: files by their address, rooms and packages by name. Other commands do without. */
function loadedLater(root) {
  const files = globSync('apps/server/src/**/*.ts', { cwd: root }).filter(
    (file) => !/(\.test|-thread)\.ts$|\/cli\//.test(file),
  )
  const named = files.flatMap((file) => {
    const imports = readFileSync(join(root, file), 'utf8').matchAll(/\bimport\('([^']+)'\)/g)
    return [...imports].map(([, name]) =>
      name.startsWith('.') ? pathToFileURL(join(root, dirname(file), name)).href : name,
    )
  })
  return new Set(named)
}

/** Pages carry scripts inline. The first page would wait for the compiler that strips types, and its memory would stay. */
async function stripPageScripts(root) {
  const { pageScript } = await import(pathToFileURL(join(root, 'apps/server/src/page/page-script.ts')).href)
  const files = globSync('apps/server/src/**/scripts/*.ts', { cwd: root })
  for (const file of files.filter((each) => !each.endsWith('.test.ts'))) {
    pageScript(pathToFileURL(join(root, file))).source()
  }
}

/** The time of the last change, in milliseconds, and which Node. */
function newest(root) {
  const times = globSync(sources, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs)
  return `${process.version}-${Math.round(Math.max(0, ...times))}`
}
