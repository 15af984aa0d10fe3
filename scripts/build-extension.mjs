/**
 * Build the extension: `apps/extension/dist/chromium` and `dist/firefox`, from one source.
 *
 *     node scripts/build-extension.mjs [--for https://login.example.org] [--may-proxy] [--out folder]
 *
 * `--for` makes an organisation’s own package: it may work with that server from the start, and nobody is asked.
 * With `--may-proxy` it may also answer all requests of a Chromium whose policy says `webAuthenticationProxy`.
 */
import { parseArgs } from 'node:util'
import { buildExtension } from '../apps/extension/build/build-extension.mjs'

const { values } = parseArgs({
  options: {
    for: { type: 'string', multiple: true },
    'may-proxy': { type: 'boolean' },
    out: { type: 'string' },
  },
})
const { chromium, firefox } = await buildExtension({
  ...(values.for && { servers: values.for }),
  ...(values['may-proxy'] && { mayProxy: true }),
  ...(values.out && { out: values.out }),
})
console.log(`Chromium: ${chromium}\nFirefox:  ${firefox}`)
