import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { IdentityRefusal } from '@latchkey/identity'
import { chooseLanguage, loadWords } from '@latchkey/words'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { registerTarget } from '../access/access-target.ts'
import { frontEndFolder } from '../front-ends/built-front-end.ts'
import { readOnce, serveParts } from '../front-ends/serve-front-end.ts'
import { sendProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import { readSession } from '../http/session.ts'
import { ensureVisit } from '../http/visitor.ts'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { beginSignIn, readLocalPath } from '../sign-in/begin-sign-in.ts'
import { phoneAppPolicy, writePhoneAppDocument } from './phone-app-document.ts'
import { writeManifest } from './phone-app-manifest.ts'
import { writeServiceWorker } from './phone-app-worker.ts'

const mount = '/authenticator'

/** How old a proof may be that adds this phone, in milliseconds: what adds a way to sign in takes five minutes. */
const freshMilliseconds = 4 * 60 * 1000

export const PhoneSignIn = z.object({
  /** Where to come back to, within the app. */
  to: z.string().max(200),
  /** Of an account that is here already: nobody else will do. */
  tenantId: z.guid().optional(),
  userId: z.guid().optional(),
  userName: z.string().max(320).optional(),
})

const icons: ReadonlySet<string> = new Set([
  'icon-192.png',
  'icon-512.png',
  'maskable-512.png',
  'touch-180.png',
  'badge-96.png',
])

/**
 * The Authenticator on the phone, mounted at `/authenticator`: a web app that can be installed and that opens without
 * a network. Its document is for everybody: it knows nobody, and whoever adds an account signs in on our own pages.
 */
export const phoneAppRoutes: ServerPlugin = async (app, { deps }) => {
  servePhoneApp(app, deps, frontEndFolder('authenticator'))
}

/** Serve it from where it was built. */
export function servePhoneApp(app: FastifyInstance, deps: ServerDeps, folder: string): void {
  const built = readOnce(folder)

  const document = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith(`${mount}/api/`)) {
      return await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
    }
    const nonce = Buffer.from(deps.random(16)).toString('base64')
    const said = await loadWords(languageOf(request))
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', phoneAppPolicy(deps.config.url.origin, nonce))
      .header('vary', 'accept-language')
      .send(writePhoneAppDocument(await built(), { mount, nonce, said, rpId: deps.rp.rpId }))
  }
  app.get(mount, document)
  app.get(`${mount}/*`, document)
  serveParts(app, deps, mount, built)

  app.get(`${mount}/manifest.webmanifest`, async (request, reply) => {
    const said = await loadWords(languageOf(request))
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('vary', 'accept-language')
      .send(writeManifest(mount, said))
  })

  app.get(`${mount}/service-worker.js`, async (request, reply) => {
    const worker = await writeServiceWorker(await built(), { mount, language: languageOf(request) })
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', mount)
      .header('content-security-policy', "default-src 'none'; connect-src 'self'")
      .send(worker)
  })

  app.get(`${mount}/icons/:file`, async (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params)
    if (!icons.has(file)) {
      return await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
    }
    return reply
      .type('image/png')
      .header('cache-control', 'public, max-age=86400')
      .send(await readFile(join(folder, '../icons', file)))
  })

  app.get(`${mount}/api/here`, async (request) => {
    const found = await readSession(deps, request)
    const tenant = found && (await deps.stores.tenants.find(found.person.tenantId))
    if (found === undefined || tenant === undefined) throw new IdentityRefusal('session_ended')
    const { tenantId, userId, userName, displayName } = found.person
    return { tenantId, userId, userName, displayName, organisation: tenant.displayName }
  })

  app.post(`${mount}/sign-in`, async (request, reply) => {
    ensureVisit(deps, request, reply)
    const { to, tenantId, userId, userName } = readBody(PhoneSignIn, request)
    const provenAfter = new Date(deps.now().getTime() - (userId === undefined ? 0 : freshMilliseconds))
    const navigate = beginSignIn(deps, request, reply, {
      tenantId,
      anyTenant: tenantId === undefined ? true : undefined,
      to: toAppPath(to),
      loginHint: userName,
      require: { strength: 'multiFactor', provenAfter, userId, asked: registerTarget },
      // What they would ask is what the app sets up next.
      skips: ['secure', 'second', 'default', 'stay'],
    })
    return { navigate }
  })
}

/** Nobody is signed in here: the browser says which language to speak. */
function languageOf(request: FastifyRequest) {
  return chooseLanguage(request.headers['accept-language'])
}

/** @throws IdentityRefusal `invalid_input` for what is not an address of the app */
function toAppPath(path: string): string {
  if (!/^\/authenticator(?=[/?#]|$)/.test(path)) throw new IdentityRefusal('invalid_input', { detail: 'to' })
  return readLocalPath(path)
}
