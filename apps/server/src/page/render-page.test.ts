import { brotliDecompressSync } from 'node:zlib'
import { defaultTenantSettings, type TenantSettings } from '@latchkey/identity'
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

describe('showing the logo of an organisation', () => {
  const picture = { imageId: 'ab', width: 480, height: 100 }
  const inBrand = async (logo: NonNullable<TenantSettings['branding']['logo']>) => {
    const settings = { ...defaultTenantSettings, branding: { logo } }
    const tenant = { tenantId: '019c', displayName: 'Juniper & Sons', settings }
    const branded = Fastify()
    branded.get('/', (_, reply) => renderPage(reply, { ...page, tenant }))
    return await branded.inject('/')
  }

  test('names the organisation by it, and lets nothing else in', async () => {
    const { body, headers } = await inBrand({ light: picture })

    expect(body).toContain('<img src="/brand/019c/ab.png" width="240" height="50" alt="Juniper &#38; Sons">')
    expect(headers['content-security-policy']).toContain("img-src 'self' data:")
    expect((await app.inject('/')).headers['content-security-policy']).toContain('img-src data:;')
  })

  test('takes the other one on dark pages, or gives the only one its ground', async () => {
    const both = await inBrand({ light: picture, dark: { ...picture, imageId: 'cd' } })
    expect(both.body).toContain('<source media="(prefers-color-scheme:dark)" srcset="/brand/019c/cd.png"')
    expect((await inBrand({ dark: picture })).body).toContain('class="logo on-dark"')
  })
})
