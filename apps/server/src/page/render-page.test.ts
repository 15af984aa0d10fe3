import { brotliDecompressSync } from 'node:zlib'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { html } from './html.ts'
import { pageScript } from './page-script.ts'
import { renderPage } from './render-page.ts'

const script = pageScript(new URL('./scripts/copy.ts', import.meta.url))
const page = { title: 'A <title>', body: html`<h1>Hello</h1>`, script, data: { x: '</script>' } }

const app = Fastify()
app.get('/', (_, reply) => renderPage(reply, page))

describe('sending a page', () => {
  test('allows its own script and style by hash, and nothing else', async () => {
    const answer = await app.inject('/')

    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain(`script-src '${script.hash()}'`)
    expect(policy).toMatch(/style-src 'sha256-[^']+'/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|https?:/)
    expect(answer.body).toContain('A &#60;title&#62;')
    expect(answer.body).not.toMatch(/ style="| on\w+="/)
  })

  test('compresses as the browser asks', async () => {
    const answer = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } })

    expect(answer.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(answer.rawPayload).toString()).toContain('<h1>Hello</h1>')
  })
})

describe('linking a script', () => {
  test('leaves no types, imports, exports or comments', () => {
    expect(script.source()).not.toMatch(/^(import|export) |: string|\/\*\*|^\s*\/\//m)
    expect(script.source()).toContain('wireCopyButtons()')
  })
})
