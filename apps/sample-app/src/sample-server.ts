import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { IdentityProvider } from './identity-provider.ts'
import type { SampleConfig } from './sample-config.ts'
import { personPage, type SamplePage, welcomePage } from './sample-page.ts'
import type { SampleSessions } from './sample-sessions.ts'

/** The largest form we read: a logout token is about one kilobyte. */
const largestForm = 64 * 1024

interface Parts {
  readonly config: SampleConfig
  readonly provider: IdentityProvider
  readonly sessions: SampleSessions
}

/** Answer one request. */
type Answer = (parts: Parts, request: IncomingMessage, response: ServerResponse) => Promise<void>

const answers: Readonly<Record<string, Answer>> = {
  'GET /': showHome,
  'GET /signed-in': finishSignIn,
  'GET /signed-out': async ({ config }, _, response) =>
    showPage(response, 200, welcomePage(config, 'You are signed out.')),
  'POST /sign-in': (parts, _, response) => beginSignIn(parts, response, 'any'),
  'POST /sign-in/phishing-resistant': (parts, _, response) =>
    beginSignIn(parts, response, 'phishingResistant'),
  'POST /sign-out': signOut,
  'POST /backchannel-logout': takeLogoutToken,
}

/** A small application with sessions of its own, which signs people in through an identity provider. */
export function sampleServer(parts: Parts): Server {
  return createServer((request, response) => {
    const answer = answers[`${request.method} ${request.url?.split('?', 1)[0]}`] ?? notFound
    answer(parts, request, response).catch((cause: unknown) => {
      console.error(`${parts.config.name}: ${cause instanceof Error ? cause.message : cause}`)
      showPage(response, 500, welcomePage(parts.config, 'That did not work. Please try again.'))
    })
  })
}

async function showHome({ config, sessions }: Parts, request: IncomingMessage, response: ServerResponse) {
  const person = sessions.find(readCookie(request, sessionCookie(config)))
  showPage(response, 200, person ? personPage(config, person) : welcomePage(config))
}

async function beginSignIn(
  { config, provider, sessions }: Parts,
  response: ServerResponse,
  ask: 'any' | 'phishingResistant',
) {
  const { address, pending } = await provider.beginSignIn(ask)
  setCookie(response, config, pendingCookie(config), sessions.insertPending(pending))
  redirect(response, address)
}

async function finishSignIn(
  { config, provider, sessions }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const pending = sessions.takePending(readCookie(request, pendingCookie(config)))
  if (pending === undefined)
    return showPage(response, 400, welcomePage(config, 'This sign-in was not begun here.'))
  try {
    const person = await provider.finishSignIn(new URL(request.url ?? '/', config.url), pending)
    sessions.remove(readCookie(request, sessionCookie(config)))
    setCookie(response, config, sessionCookie(config), sessions.insert(person))
    redirect(response, new URL('/', config.url))
  } catch (cause) {
    const said = cause instanceof Error && 'error_description' in cause ? String(cause.error_description) : ''
    showPage(response, 400, welcomePage(config, `You were not signed in. ${said}`.trim()))
  }
}

async function signOut(
  { config, provider, sessions }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const key = readCookie(request, sessionCookie(config))
  const person = sessions.find(key)
  sessions.remove(key)
  setCookie(response, config, sessionCookie(config), '')
  redirect(response, person ? await provider.signOutAddress(person) : new URL('/', config.url))
}

/** OpenID Connect Back-Channel Logout 1.0. */
async function takeLogoutToken(
  { config, provider, sessions }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const form = new URLSearchParams(await readText(request))
  response.setHeader('cache-control', 'no-store')
  try {
    const ended = await provider.readLogoutToken(form.get('logout_token') ?? '')
    const count = sessions.removeAll(ended)
    console.log(`${config.name}: told that a session ended; ${count} of ours ended with it`)
    response.writeHead(200).end()
  } catch {
    response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_request"}')
  }
}

async function notFound({ config }: Parts, _: IncomingMessage, response: ServerResponse) {
  showPage(response, 404, welcomePage(config, 'There is no such page.'))
}

function showPage(response: ServerResponse, status: number, page: SamplePage): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page.contentSecurityPolicy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // The identity provider checks where forms come from; "no-referrer" would hide that from it.
      'referrer-policy': 'same-origin',
    })
    .end(page.html)
}

function redirect(response: ServerResponse, address: URL): void {
  response.writeHead(303, { location: address.href, 'cache-control': 'no-store' }).end()
}

/** Cookies know no ports: two apps on localhost need two names. */
function sessionCookie({ url }: SampleConfig): string {
  return `sample-session-${url.port}`
}

function pendingCookie({ url }: SampleConfig): string {
  return `sample-sign-in-${url.port}`
}

function readCookie(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split('; ')
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

function setCookie(response: ServerResponse, { url }: SampleConfig, name: string, value: string): void {
  const secure = url.protocol === 'https:' ? '; Secure' : ''
  const gone = value === '' ? '; Max-Age=0' : ''
  response.appendHeader('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${gone}`)
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > largestForm) throw new Error('the form is too large')
  }
  return text
}
