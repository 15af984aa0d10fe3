import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Boot } from '@latchkey/api'
import type { AdministratorRole } from '@latchkey/identity'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { logosOf } from '../branding/logo-address.ts'
import { sendProblem } from '../http/problem.ts'
import { ensureVisit } from '../http/visitor.ts'
import type { PortalVisit } from '../security-info/enter-portal.ts'
import type { ServerDeps } from '../server-deps.ts'
import { type BuiltFrontEnd, readBuiltFrontEnd } from './built-front-end.ts'
import { type FirstPage, type FrontEndPage, writeFrontEndDocument } from './front-end-document.ts'

/** Whoever was let in, and what they may. */
export interface FrontEndVisit extends PortalVisit {
  readonly roles: readonly AdministratorRole[]
}

/** A front end: where it is, and who is let in. */
export interface FrontEnd {
  readonly mount: '/admin' | '/security-info'
  /** Where it was built. */
  readonly folder: string
  /** The pages that people begin at, by their address. */
  readonly firstPages: Readonly<Record<string, FirstPage>>
  titleOf(visit: FrontEndVisit): string
  /** Let somebody on, or send the browser somewhere. @returns `undefined` if it was answered */
  enter(request: FastifyRequest, reply: FastifyReply): Promise<FrontEndVisit | undefined>
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
}

/** Compressed when it was built, best first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/**
 * Serve a front end: one document at every address below its own, and its parts. Nothing of it is kept in memory: what
 * was built is read when somebody first comes.
 */
export function serveFrontEnd(app: FastifyInstance, deps: ServerDeps, frontEnd: FrontEnd): void {
  const { mount } = frontEnd
  const built = readOnce(frontEnd.folder)
  const document = async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = await frontEnd.enter(request, reply)
    if (visit === undefined) return reply
    ensureVisit(deps, request, reply)
    const first = frontEnd.firstPages[request.url]
    return await sendDocument(deps, reply, frontEnd, { visit, first, built: await built() })
  }
  app.get(mount, document)
  app.get(`${mount}/*`, document)
  serveParts(app, deps, mount, built)
}

/** Serve what a front end is made of: each file for ever, as it was compressed when it was built. */
export function serveParts(
  app: FastifyInstance,
  deps: ServerDeps,
  mount: string,
  built: () => Promise<BuiltFrontEnd>,
): void {
  app.get(`${mount}/assets/:file`, async (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params)
    const { folder, files } = await built()
    const type = types[file.split('.').at(-1) ?? '']
    if (!files.has(file) || type === undefined) {
      return await sendProblem(deps, request, reply, { code: 'page_not_found', status: 404 })
    }
    const accepted = request.headers['accept-encoding'] ?? ''
    const [encoding, ending] = encodings.find(
      ([name, suffix]) => accepted.includes(name) && files.has(file + suffix),
    ) ?? [undefined, '']
    if (encoding !== undefined) void reply.header('content-encoding', encoding)
    return reply
      .type(type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .send(createReadStream(join(folder, file + ending)))
  })
}

/** What was built does not change while we run. What could not be read is tried again. */
export function readOnce(folder: string): () => Promise<BuiltFrontEnd> {
  let read: Promise<BuiltFrontEnd> | undefined
  return () => {
    read ??= readBuiltFrontEnd(folder).catch((cause: unknown) => {
      read = undefined
      throw cause
    })
    return read
  }
}

function sendDocument(
  deps: ServerDeps,
  reply: FastifyReply,
  { mount, titleOf }: FrontEnd,
  {
    visit,
    first,
    built,
  }: Pick<FrontEndPage, 'first'> & {
    readonly visit: FrontEndVisit
    readonly built: BuiltFrontEnd
  },
): FastifyReply {
  const nonce = Buffer.from(deps.random(16)).toString('base64')
  const assets = `${mount}/assets`
  const parts = `${deps.config.url.origin}${assets}/`
  const policy = [
    "default-src 'none'",
    `script-src ${parts}`,
    `style-src ${parts} 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const { tenant, said } = visit
  const page = { assets, title: titleOf(visit), boot: toBoot(deps, visit), tenant, said, first, nonce }
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .send(writeFrontEndDocument(built, page))
}

function toBoot(deps: ServerDeps, { person, tenant, said, roles }: FrontEndVisit): Boot {
  const { helpDesk } = tenant.settings
  return {
    language: said.language,
    person: { userId: person.userId, displayName: person.displayName, userName: person.userName },
    roles,
    organisation: {
      tenantId: tenant.tenantId,
      displayName: tenant.displayName,
      ...logoOf(tenant),
      helpDesk: {
        text: helpDesk.text,
        href: helpDesk.url ?? toLink('mailto:', helpDesk.mail) ?? toLink('tel:', helpDesk.phone),
      },
    },
    rpId: deps.rp.rpId,
  }
}

/** One address for both grounds: a dark one alone would not be seen on a light page. */
function logoOf(tenant: FrontEndVisit['tenant']) {
  const { light, dark } = logosOf(tenant)
  return {
    ...(light && { logo: light.address }),
    ...(dark && { logoOnDark: dark.address }),
  }
}

function toLink(scheme: string, address: string | undefined): string | undefined {
  return address === undefined ? undefined : `${scheme}${address.replace(/\s/g, '')}`
}
