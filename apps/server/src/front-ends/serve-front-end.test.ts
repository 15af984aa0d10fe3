import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerProblem } from '../http/problem.ts'
import { recentProblems } from '../http/recent-problems.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { decorateVisitor } from '../http/visitor.ts'
import { enterPortal } from '../security-info/enter-portal.ts'
import { makePerson, makeTenant, type TestPerson } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { serveFrontEnd } from './serve-front-end.ts'

let world: TestWorld
let app: FastifyInstance
let ada: TestPerson
let folder: string

const script = 'console.log("here")'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-front-end-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, 'secret.txt'), 'not for anybody')
  writeFileSync(join(folder, 'assets/main-1a.js'), script)
  writeFileSync(join(folder, 'assets/main-1a.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'assets/shared-2b.js'), '')
  writeFileSync(join(folder, 'assets/main-3c.css'), 'body{}')
  writeFileSync(
    join(folder, '.vite/manifest.json'),
    JSON.stringify({
      'src/main.tsx': { file: 'assets/main-1a.js', imports: ['_shared.js'] },
      '_shared.js': {
        file: 'assets/shared-2b.js',
        css: ['assets/main-3c.css'],
        dynamicImports: [
          '../../packages/words/src/portal/english.ts',
          '../../packages/words/src/portal/german.ts',
          '../../packages/words/src/portal/guests/english.ts',
        ],
      },
      'src/pages/methods.tsx': {
        file: 'assets/methods-6f.js',
        src: 'src/pages/methods.tsx',
        imports: ['_parts.js'],
      },
      '_parts.js': { file: 'assets/parts-7a.js', imports: ['_shared.js'] },
      '../../packages/words/src/portal/english.ts': {
        file: 'assets/english-4d.js',
        src: '../../packages/words/src/portal/english.ts',
        imports: ['_shared.js'],
      },
      // Words of a part of it: they come with its pages.
      '../../packages/words/src/portal/guests/english.ts': {
        file: 'assets/english-9y.js',
        src: '../../packages/words/src/portal/guests/english.ts',
      },
      // Words that a page asks for when it is opened, and nobody before.
      '../../packages/words/src/help/english.ts': {
        file: 'assets/english-9z.js',
        src: '../../packages/words/src/help/english.ts',
      },
      '../../packages/words/src/portal/german.ts': {
        file: 'assets/german-5e.js',
        src: '../../packages/words/src/portal/german.ts',
      },
    }),
  )
  world = await openTestWorld()
  ada = await makePerson(world, await makeTenant(world, 'juniper.example'), 'ada')
  app = fastify()
  app.decorate('recentProblems', recentProblems())
  await app.register(cookie)
  decorateVisitor(app, world.deps)
  app.addHook('onSend', securityHeaders(world.deps))
  app.setErrorHandler(answerProblem(world.deps))
  serveFrontEnd(app, world.deps, {
    mount: '/security-info',
    folder,
    firstPages: { '/security-info': { file: 'src/pages/methods.tsx', asks: '/security-info/api/methods' } },
    titleOf: () => 'Security info',
    async enter(request, reply) {
      const visit = await enterPortal(world.deps, request, reply, request.url)
      return visit && { ...visit, roles: [] }
    },
  })
})

afterAll(async () => {
  await app.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const cookies = () => [...ada.browser.cookies].map((each) => each.join('=')).join('; ')
const open = (url: string, headers = {}) => app.inject({ url, headers: { cookie: cookies(), ...headers } })

const readPreloads = (body: string) =>
  body.match(/(?<=modulepreload" href="\/security-info\/assets\/)[^"]+/g)?.map(String)

describe('opening a front end', () => {
  test.each(['/security-info', '/security-info/add/anything?x=1'])('%s is its one document', async (url) => {
    const { statusCode, body } = await open(url)

    expect(statusCode).toBe(200)
    expect(body).toContain('<script type="module" src="/security-info/assets/main-1a.js">')
    expect(body).toContain('<link rel="stylesheet" href="/security-info/assets/main-3c.css">')
    expect(readPreloads(body)?.slice(0, 3)).toEqual(['main-1a.js', 'shared-2b.js', 'english-4d.js'])
  })

  test('where people begin brings the page and what it shows', async () => {
    const { body } = await open('/security-info')

    expect(readPreloads(body)).toEqual([
      'main-1a.js',
      'shared-2b.js',
      'english-4d.js',
      'methods-6f.js',
      'parts-7a.js',
    ])
    expect(body).toContain('<link rel="preload" as="fetch" crossorigin href="/security-info/api/methods">')
  })

  test('elsewhere brings no page and asks for nothing', async () => {
    const { body } = await open('/security-info/add')

    expect(readPreloads(body)).toEqual(['main-1a.js', 'shared-2b.js', 'english-4d.js'])
    expect(body).not.toContain('as="fetch"')
  })

  test('says who is here, and nothing that ends the element it stands in', async () => {
    const { body } = await open('/security-info')
    const boot = JSON.parse(/id="boot"[^>]*>([^<]*)</.exec(body)?.[1] ?? '{}')

    expect(boot).toMatchObject({ person: { userName: 'ada@juniper.example' }, roles: [], language: 'en' })
  })

  test('lets run what was built, and nothing else', async () => {
    const { headers, body } = await open('/security-info')
    const policy = String(headers['content-security-policy'])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]

    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src http:\/\/[^ ]+\/security-info\/assets\/;/)
    expect(policy).not.toMatch(/unsafe/)
    expect(body).toContain(`<style nonce="${nonce}">`)
    expect(headers['cache-control']).toBe('no-store')
    expect((await open('/security-info')).headers['content-security-policy']).not.toBe(policy)
  })

  test('sends whoever is not signed in to sign in', async () => {
    const answer = await app.inject({ url: '/security-info' })

    expect(answer.headers.location).toMatch(/^\/sign-in\?flow=/)
  })
})

describe('asking for a part of it', () => {
  test('gets it as it was compressed, to keep for ever', async () => {
    const part = await open('/security-info/assets/main-1a.js', { 'accept-encoding': 'gzip, br' })

    expect(brotliDecompressSync(part.rawPayload).toString()).toBe(script)
    expect(part.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
  })

  test('gets it plain if the browser takes nothing else', async () => {
    const part = await open('/security-info/assets/main-1a.js')

    expect(part.body).toBe(script)
    expect(part.headers['content-encoding']).toBeUndefined()
  })

  test.each(['..%2fsecret.txt', '%2e%2e%2f.vite%2fmanifest.json', 'main-1a.js.br', 'other.js'])(
    'finds no %s',
    async (file) => {
      const { statusCode, body } = await open(`/security-info/assets/${file}`)

      expect(statusCode).toBe(404)
      expect(body).not.toContain('not for anybody')
    },
  )
})
