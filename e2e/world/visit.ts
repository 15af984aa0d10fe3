import { type Answer, type Connection, openConnection } from '@latchkey/bench/connection'
import { signInWays } from '@latchkey/bench/sign-in-ways'
import { answerChallenge, type SoftwarePasskey } from '@latchkey/bench/software-passkey'

/** A browser without a screen that has opened the sign-in page: for stories about single requests. */
export interface PlainVisit {
  readonly flow: string
  get(path: string): Promise<Answer>
  post(path: string, body: object): Promise<Answer>
  close(): void
}

/** Open the sign-in page at a server on this machine. */
export async function visitSignIn(url: URL): Promise<PlainVisit> {
  const connection = await openConnection(Number(url.port))
  const { headers, flow } = await signInWays.latchkey.arrive(connection)
  return toVisit(connection, headers, flow)
}

/** The same visit, going on at another server: what a load balancer does to people. */
export async function continueAt(url: URL, visit: PlainVisit): Promise<PlainVisit> {
  const { headers, flow } = kept.get(visit) ?? { headers: {}, flow: '' }
  return toVisit(await openConnection(Number(url.port)), headers, flow)
}

/** A browser that carries a session already. */
export async function withCookie(url: URL, cookie: string): Promise<PlainVisit> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    cookie,
  }
  return toVisit(await openConnection(Number(url.port)), headers, '')
}

const kept = new WeakMap<PlainVisit, { headers: Readonly<Record<string, string>>; flow: string }>()

function toVisit(
  connection: Connection,
  headers: Readonly<Record<string, string>>,
  flow: string,
): PlainVisit {
  const visit: PlainVisit = {
    flow,
    get: (path) => connection.send({ method: 'GET', path, headers }),
    post: (path, body) => connection.send({ method: 'POST', path, headers, body: JSON.stringify(body) }),
    close: () => connection.close(),
  }
  kept.set(visit, { headers, flow })
  return visit
}

/** Ask for a challenge. */
export async function beginWithPasskey(visit: PlainVisit): Promise<string> {
  const answer = await visit.post('/sign-in/passkey/begin', { flow: visit.flow })
  const body: { options: { challenge: string } } = JSON.parse(answer.body)
  return body.options.challenge
}

/** Answer one. */
export function finishWithPasskey(
  visit: PlainVisit,
  passkey: SoftwarePasskey,
  challenge: string,
): Promise<Answer> {
  const response = answerChallenge(passkey, challenge)
  return visit.post('/sign-in/passkey/finish', { flow: visit.flow, response })
}

/** The secret of the session that an answer began. */
export function sessionCookieOf(answer: Answer): string | undefined {
  const cookies = answer.headers.get('set-cookie') ?? []
  return cookies.find((cookie) => cookie.startsWith('latchkey-session-'))?.split(';')[0]
}

/** Everything an answer had the browser keep, to be sent again. */
export function cookiesOf(answer: Answer): string {
  const cookies = answer.headers.get('set-cookie') ?? []
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
