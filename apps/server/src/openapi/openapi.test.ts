import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { operations } from './write-openapi.ts'

/** What answers with a page, or leads to one. */
const pages = [
  '/',
  '/sign-in',
  '/sign-in/approve',
  ...['passkey', 'password', 'pass', 'code', 'options', 'another-way', 'stronger'].map(
    (name) => `/sign-in/${name}`,
  ),
  ...['secure', 'nudge', 'second', 'name-passkey', 'default', 'stay', 'terms', 'blocked', 'resume'].map(
    (name) => `/sign-in/${name}`,
  ),
  '/pass-request',
  '/pass-request/sent',
  '/pass-request/stop',
  '/pass-request/stopped',
  '/pass-request/confirm/:id',
  '/pass-request/confirmed',
  '/sign-out',
  '/signed-out',
  '/.well-known/change-password',
  '/security-info',
  '/security-info/*',
  '/security-info/assets/:file',
  '/authenticator',
  ...['*', 'assets/:file', 'icons/:file', 'manifest.webmanifest', 'service-worker.js'].map(
    (name) => `/authenticator/${name}`,
  ),
  '/welcome',
  '/help',
  '/help/:code',
  '/setup',
  '/setup/pictures/:tenantId/:file',
  '/admin',
  '/admin/*',
  '/admin/assets/:file',
  '/brand/:tenantId/:file',
  '/:tenant/oauth2/v2.0/authorize',
  '/:tenant/oauth2/v2.0/authorize/:uid',
  '/:tenant/oauth2/interaction/:uid',
  '/device',
  '/device/done',
  '/device/stopped',
  '/:tenant/oauth2/deviceauth',
  '/:tenant/oauth2/v2.0/logout',
  '/:tenant/v2.0/adminconsent',
  '/:tenant/adminconsent',
  '/admin-consent/yes',
  '/admin-consent/no',
].map((path) => `GET ${path}`)

/** What browsers post when they navigate. */
const forms = ['POST /:tenant/oauth2/v2.0/authorize', 'POST /:tenant/oauth2/v2.0/logout', 'POST /setup']

const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))),
})

let world: TestWorld
const registered: string[] = []

beforeAll(async () => {
  const listen = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const each of [method].flat()) registered.push(`${each} ${url}`)
    })
  }
  subscribe('fastify.initialization', listen)
  world = await openTestWorld()
  unsubscribe('fastify.initialization', listen)
})

afterAll(async () => await world.close())

/** Routes of our own: Graph's are listed in the guide, and `HEAD` comes with every `GET`. */
const ownRoutes = () =>
  registered.filter((route) => !/^HEAD | (\/admin\/api)?\/(v1\.0|beta)(\/|$)/.test(route))

describe('describing our HTTP API', () => {
  test('leaves out no route that answers with data', () => {
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`)

    expect(ownRoutes().toSorted()).toEqual([...described, ...pages, ...forms].toSorted())
  })

  test('is served, as a document of OpenAPI 3.1', async () => {
    const answer = await world.app.inject('/openapi.json')
    const document = Document.parse(answer.json())

    expect(answer.headers['content-type']).toContain('application/json')
    expect(document.servers).toEqual([{ url: world.deps.config.url.origin }])
    expect(document.paths).toHaveProperty(['/{tenant}/oauth2/v2.0/token', 'post'])
    expect(Object.values(document.paths).flatMap(Object.values)).toHaveLength(operations.length)
  })

  test('says of a body what its reader takes', async () => {
    const { paths } = Document.parse((await world.app.inject('/openapi.json')).json())

    expect(paths['/sign-in/name']).toMatchObject({
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                properties: { flow: { type: 'string' }, userName: { maxLength: 256 } },
                required: ['flow', 'userName'],
              },
            },
          },
        },
      },
    })
  })

  test('names every parameter of a path', async () => {
    const { paths } = Document.parse((await world.app.inject('/openapi.json')).json())
    const named = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map(({ parameters }) => [
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        z
          .array(z.object({ name: z.string() }))
          .parse(parameters)
          .map(({ name }) => name),
      ]),
    )

    for (const [inPath, described] of named) expect(described).toEqual(inPath)
  })
})
