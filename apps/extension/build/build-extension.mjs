import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { makeManifest, managedSchema } from '../src/manifest.ts'
import { extensionMessages } from '../src/messages-of-browser.ts'
import { drawIcon } from './draw-icon.mjs'

const room = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'))

/**
 * Build both packages, from one source. @returns where they are
 *
 * @param servers that an organisation’s own package may work with from the start, without asking the person
 * @param mayProxy whether that package may answer all requests of a browser that is managed so
 */
export async function buildExtension({ servers = [], mayProxy = false, out = join(room, 'dist') } = {}) {
  const fresh = `${out}-${process.pid}`
  const made = join(fresh, 'made')
  const quiet = { root: room, logLevel: 'error' }
  await build({
    ...quiet,
    configFile: join(room, 'vite.config.ts'),
    build: { outDir: made, emptyOutDir: true },
  })
  for (const [name, entry] of [
    ['page', 'src/page/intercept.ts'],
    ['bridge', 'src/bridge.ts'],
  ]) {
    await build({
      ...quiet,
      configFile: false,
      build: {
        outDir: made,
        emptyOutDir: false,
        target: 'es2023',
        modulePreload: false,
        rolldownOptions: {
          input: join(room, entry),
          output: { format: 'iife', entryFileNames: `${name}.js` },
        },
      },
    })
  }
  addIcons(made)
  addMessages(made)
  for (const browser of ['chromium', 'firefox']) {
    const folder = join(fresh, browser)
    cpSync(made, folder, { recursive: true })
    const manifest = makeManifest({ browser, version, servers, mayProxy })
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    if (browser === 'chromium') {
      writeFileSync(join(folder, 'managed-schema.json'), `${JSON.stringify(managedSchema, null, 2)}\n`)
    }
  }
  rmSync(made, { recursive: true })
  rmSync(out, { recursive: true, force: true })
  renameSync(fresh, out)
  return { chromium: join(out, 'chromium'), firefox: join(out, 'firefox') }
}

function addIcons(folder) {
  mkdirSync(join(folder, 'icons'), { recursive: true })
  for (const size of [16, 32, 48, 128]) writeFileSync(join(folder, 'icons', `${size}.png`), drawIcon(size))
}

/** What the browser itself says of the extension, in its own language. */
function addMessages(folder) {
  for (const [language, { name, description }] of Object.entries(extensionMessages)) {
    const place = join(folder, '_locales', language)
    mkdirSync(place, { recursive: true })
    const messages = { name: { message: name }, description: { message: description } }
    writeFileSync(join(place, 'messages.json'), JSON.stringify(messages))
  }
}
