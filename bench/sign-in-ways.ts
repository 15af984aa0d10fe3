import type { Answer, Connection } from './connection.ts'
import { answerChallenge, type SoftwarePasskey } from './software-passkey.ts'

/** One tab of one browser, before it signs in. */
export interface Visit {
  readonly headers: Readonly<Record<string, string>>
  readonly flow: string
}

/** How a browser signs in at a server: the requests it makes and what it expects. */
export interface SignInWay {
  /** Open the sign-in page: once per run and browser, not measured. */
  arrive(connection: Connection): Promise<Visit>
  /** Options, then the assertion: two requests. Throws unless both succeed. */
  signIn(connection: Connection, visit: Visit, passkey: SoftwarePasskey): Promise<void>
}

const floor: SignInWay = {
  async arrive() {
    return { headers: { 'content-type': 'application/json' }, flow: '' }
  },
  async signIn(connection, { headers }, passkey) {
    const options = await connection.send({ method: 'POST', path: '/options', headers, body: '{}' })
    const body = JSON.stringify(answerChallenge(passkey, readChallenge(options)))
    expectSuccess(await connection.send({ method: 'POST', path: '/assertion', headers, body }))
  },
}

const latchkey: SignInWay = {
  async arrive(connection) {
    const cookies = new Map<string, string>()
    let path = '/'
    while (!path.includes('flow=')) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await connection.send({ method: 'GET', path, headers: { cookie } })
      for (const set of answer.headers.get('set-cookie') ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        cookies.set(name, value)
      }
      const location = answer.headers.get('location')?.[0]
      if (location === undefined)
        throw new Error(`${path} does not lead to the sign-in page: ${answer.status}`)
      path = location
    }
    return {
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
      },
      flow: new URL(path, 'http://localhost').searchParams.get('flow') ?? '',
    }
  },
  async signIn(connection, { headers, flow }, passkey) {
    const asked = JSON.stringify({ flow })
    const options = await connection.send({
      method: 'POST',
      path: '/sign-in/passkey/begin',
      headers,
      body: asked,
    })
    const body = JSON.stringify({ flow, response: answerChallenge(passkey, readChallenge(options)) })
    const answer = await connection.send({ method: 'POST', path: '/sign-in/passkey/finish', headers, body })
    expectSuccess(answer)
    if (!answer.headers.has('set-cookie')) throw new Error('no session came of it')
  },
}

/** The servers we know how to sign in at. */
export const signInWays = { floor, keeping: floor, latchkey }

function readChallenge(answer: Answer): string {
  expectSuccess(answer)
  const challenge = /"challenge":"([\w-]+)"/.exec(answer.body)?.[1]
  if (challenge === undefined) throw new Error(`no challenge in ${answer.body.slice(0, 200)}`)
  return challenge
}

function expectSuccess(answer: Answer): void {
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 200)}`)
  }
}
