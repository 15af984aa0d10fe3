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

export const signInWays = { floor, latchkey: floor }

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
