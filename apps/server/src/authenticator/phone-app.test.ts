import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkOrigin } from '../http/check-origin.ts'
import { answerProblem } from '../http/problem.ts'
import { recentProblems } from '../http/recent-problems.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { decorateVisitor } from '../http/visitor.ts'
import { makePerson, makeTenant, type TestPerson } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { servePhoneApp } from './phone-app.ts'

let world: TestWorld
let app: FastifyInstance
let folder: string
let pia: TestPerson

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-phone-app-'))
  const dist = join(folder, 'dist')
  for (const each of ['dist/assets', 'dist/.vite', 'icons'])
    mkdirSync(join(folder, each), { recursive: true })
  const chunk = (file: string, more = {}) => ({ file: `assets/${file}`, ...more })
  const words = (name: string, file: string) => {
    const src = `../../packages/words/src/authenticator/${name}.ts`
    return { [src]: chunk(file, { src }) }
  }
  const manifest = {
    'src/main.tsx': chunk('main-1a.js', { css: ['assets/main-1b.css'], imports: ['_said.js'] }),
    '_said.js': chunk('said-2a.js', {
      dynamicImports: [...Object.keys(words('english', '')), ...Object.keys(words('german', ''))],
    }),
    'src/service-worker.ts': chunk('service-worker-3a.js'),
    'src/pages/scan/read-qr.ts': chunk('read-qr-4a.js'),
    'zxing_reader.wasm': chunk('zxing_reader-4b.wasm'),
    ...words('english', 'english-5a.js'),
    ...words('german', 'german-5b.js'),
  }
  for (const { file } of Object.values(manifest)) writeFileSync(join(dist, file), `/* ${file} */`)
  writeFileSync(join(dist, '.vite/manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'icons/icon-192.png'), 'a picture')
  writeFileSync(join(folder, 'icons/secret.png'), 'not for anybody')
  world = await openTestWorld()
  pia = await makePerson(world, await makeTenant(world, 'juniper.example'), 'pia')
  app = fastify()
  app.decorate('recentProblems', recentProblems())
  await app.register(cookie)
  decorateVisitor(app, world.deps)
  app.addHook('onRequest', checkOrigin(world.deps))
  app.addHook('onSend', securityHeaders(world.deps))
  app.setErrorHandler(answerProblem(world.deps))
  servePhoneApp(app, world.deps, dist)
})

afterAll(async () => {
  await app.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (url: string, headers = {}) => app.inject({ url, headers })

describe('the app on a phone', () => {
  test.each(['/authenticator', '/authenticator/adding', '/authenticator/accounts/x'])(
    '%s is its one document, for anybody',
    async (url) => {
      const { statusCode, body, headers } = await get(url)

      expect(statusCode).toBe(200)
      expect(body).toContain('<script type="module" src="/authenticator/assets/main-1a.js">')
      expect(headers['set-cookie']).toBeUndefined()
      expect(JSON.parse(/id="boot"[^>]*>([^<]*)</.exec(body)?.[1] ?? '').person.userId).toBe('')
    },
  )

  test('lets run what was built, and WebAssembly, and registers one worker', async () => {
    const policy = String((await get('/authenticator')).headers['content-security-policy'])

    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src \S+\/authenticator\/assets\/ 'wasm-unsafe-eval';/)
    expect(policy).toMatch(/worker-src \S+\/authenticator\/service-worker\.js;/)
    expect(policy).not.toMatch(/'unsafe-(inline|eval)'/)
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test('is no answer of the API', async () => {
    const { statusCode, headers } = await get('/authenticator/api/nothing')

    expect(statusCode).toBe(404)
    expect(headers['content-type']).toContain('application/problem+json')
  })

  test('has its worker keep the app, in one language, and neither the scanner nor itself', async () => {
    const { body, headers } = await get('/authenticator/service-worker.js', { 'accept-language': 'de' })
    const { urls, version } = JSON.parse(/^self\.shell=(.*);$/m.exec(body)?.[1] ?? '{}')

    expect(urls).toEqual([
      '/authenticator',
      '/authenticator/assets/german-5b.js',
      '/authenticator/assets/main-1a.js',
      '/authenticator/assets/main-1b.css',
      '/authenticator/assets/said-2a.js',
    ])
    expect(headers).toMatchObject({ 'service-worker-allowed': '/authenticator', 'cache-control': 'no-cache' })
    const { body: english } = await get('/authenticator/service-worker.js')
    expect(english).not.toContain(version)
  })

  test('gives its icons, and no other file', async () => {
    expect((await get('/authenticator/icons/icon-192.png')).body).toBe('a picture')
    for (const name of ['secret.png', '..%2fdist%2f.vite%2fmanifest.json']) {
      expect((await get(`/authenticator/icons/${name}`)).statusCode).toBe(404)
    }
  })
})

describe('coming from the app', () => {
  const ask = (payload: object, headers = {}) =>
    app.inject({
      method: 'POST',
      url: '/authenticator/sign-in',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      payload,
    })

  test('begins a sign-in', async () => {
    const answer = await ask({ to: '/authenticator/adding' })

    expect(answer.json().navigate).toMatch(/^\/sign-in\?flow=/)
  })

  test.each(['/security-info', 'https://evil.example/authenticator', '//evil.example', '/authenticatorx'])(
    'never leads to %s',
    async (to) => {
      expect((await ask({ to })).statusCode).toBe(400)
    },
  )

  test('is refused from another site', async () => {
    expect((await ask({ to: '/authenticator' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  })

  test('hears who is signed in, or that nobody is', async () => {
    const cookies = [...pia.browser.cookies].map((each) => each.join('=')).join('; ')

    expect((await get('/authenticator/api/here', { cookie: cookies })).json()).toMatchObject({
      userName: 'pia@juniper.example',
      tenantId: pia.person.tenantId,
    })
    expect((await get('/authenticator/api/here')).json()).toMatchObject({
      type: 'urn:latchkey:session_ended',
    })
  })
})
