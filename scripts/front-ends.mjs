import { spawnSync } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** The front ends, and the rooms they are made of. */
const frontEnds = ['admin', 'authenticator', 'security-info']
const rooms = ['api', 'ctap', 'encoding', 'front', 'guidance', 'keeper', 'policy', 'ui', 'words']

/**
 * Build the front ends that are missing, or older than what they are made of. @returns whether all are there
 *
 * What is built goes into place at once, so that a server that is asked meanwhile gives out the old or the new, and two
 * that build at the same time end up with one.
 */
export function buildFrontEnds(root) {
  return frontEnds.every((name) => isFresh(root, name) || build(root, name))
}

function isFresh(root, name) {
  const built = join(root, 'apps', name, 'dist/.vite/manifest.json')
  if (!existsSync(built)) return false
  const sources = [
    join(root, 'apps', name, 'package.json'),
    join(root, 'apps', name, 'vite.config.ts'),
    ...[join('apps', name), ...rooms.map((room) => join('packages', room))].flatMap((folder) =>
      globSync('src/**/*.{ts,tsx,css}', { cwd: join(root, folder) }).map((file) => join(root, folder, file)),
    ),
  ]
  const { mtimeMs } = statSync(built)
  return sources.every((file) => statSync(file).mtimeMs <= mtimeMs)
}

function build(root, name) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const folder = join(root, 'apps', name)
  if (!existsSync(vite)) return existsSync(join(folder, 'dist'))
  removeLeftovers(folder)
  const fresh = join(folder, `dist-${process.pid}`)
  mkdirSync(fresh, { recursive: true })
  // By the clock that sources are stamped with: a process may have been told another time.
  const began = statSync(fresh).mtime
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: folder, encoding: 'utf8' },
  )
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    console.error(`The pages of ${name} could not be built:\n${stdout}${stderr}`)
    return false
  }
  compress(join(fresh, 'assets'))
  putInPlace(folder, fresh)
  // What was changed while we built is newer than this.
  utimesSync(join(folder, 'dist/.vite/manifest.json'), began, began)
  return true
}

/** A build that was ended in the middle left its folder behind. */
function removeLeftovers(folder) {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^dist-(\d+)$/.exec(name) ?? []
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return cause.code === 'EPERM'
  }
}

/** Files are compressed once, here, as well as can be. */
function compress(folder) {
  for (const file of readdirSync(folder).filter((name) => /\.(js|css|svg|wasm)$/.test(name))) {
    const source = readFileSync(join(folder, file))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length }
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(source, { params }))
    writeFileSync(join(folder, `${file}.gz`), gzipSync(source, { level: 9 }))
  }
}

/** Keep the parts of the build before: a page that is open may still ask for them. */
function putInPlace(folder, fresh) {
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  mkdirSync(join(dist, '.vite'), { recursive: true })
  const kept = new Set(readdirSync(join(fresh, 'assets')))
  const monthAgo = Date.now() - 30 * 24 * 60 * 60 * 1000
  for (const file of readdirSync(join(dist, 'assets'))) {
    const path = join(dist, 'assets', file)
    if (!kept.has(file) && statSync(path).mtimeMs < monthAgo) rmSync(path, { force: true })
  }
  for (const file of kept) renameSync(join(fresh, 'assets', file), join(dist, 'assets', file))
  renameSync(join(fresh, '.vite/manifest.json'), join(dist, '.vite/manifest.json'))
  rmSync(fresh, { recursive: true, force: true })
}
