/**
 * The load: a number of people who sign in again and again, each over a connection of their own. A process of its
 * own, so that its work is not counted as the server's; told by its parent what to do, one run after another.
 */
import { type Connection, openConnection } from './connection.ts'
import { type SignInWay, signInWays } from './sign-in-ways.ts'
import { fromPortable, type PortablePasskey, type SoftwarePasskey } from './software-passkey.ts'

/** One run. */
export interface RunTask {
  readonly way: keyof typeof signInWays
  readonly port: number
  readonly users: number
  readonly seconds: number
  /** It ends after so many sign-ins if time has not ended it. */
  readonly atMost: number
}

/** What came of it. */
export interface RunResult {
  readonly seconds: number
  /** Of each sign-in that succeeded. */
  readonly milliseconds: readonly number[]
  readonly errors: number
  readonly firstError?: string
}

/** What the parent sends: first the passkeys of each way, then runs. */
export type GeneratorMessage =
  | { readonly passkeys: Readonly<Record<string, readonly PortablePasskey[]>> }
  | RunTask

async function run(task: RunTask, passkeys: readonly SoftwarePasskey[]): Promise<RunResult> {
  const milliseconds: number[] = []
  const problems: string[] = []
  const way = signInWays[task.way]
  const connections = await Promise.all(Array.from({ length: task.users }, () => openConnection(task.port)))
  const visits = await Promise.all(connections.map((connection) => way.arrive(connection)))
  const startedAt = performance.now()
  const endsAt = startedAt + task.seconds * 1000
  let left = task.atMost

  const keepSigningIn = async (connection: Connection, visit: Awaited<ReturnType<SignInWay['arrive']>>) => {
    while (performance.now() < endsAt && left-- > 0 && problems.length < 100) {
      const passkey = passkeys[Math.floor(Math.random() * passkeys.length)]
      if (passkey === undefined) throw new Error('no passkeys were given')
      const beganAt = performance.now()
      try {
        await way.signIn(connection, visit, passkey)
        milliseconds.push(performance.now() - beganAt)
      } catch (problem) {
        problems.push(String(problem))
      }
    }
  }
  await Promise.all(
    connections.map((connection, at) => keepSigningIn(connection, visits[at] ?? { headers: {}, flow: '' })),
  )
  const seconds = (performance.now() - startedAt) / 1000
  for (const connection of connections) connection.close()
  return {
    seconds,
    milliseconds,
    errors: problems.length,
    ...(problems[0] !== undefined && { firstError: problems[0] }),
  }
}

const passkeysOf = new Map<string, SoftwarePasskey[]>()

process.on('message', async (message: GeneratorMessage) => {
  if ('passkeys' in message) {
    for (const [way, portable] of Object.entries(message.passkeys)) {
      passkeysOf.set(way, portable.map(fromPortable))
    }
    process.send?.({ ready: true })
    return
  }
  process.send?.(await run(message, passkeysOf.get(message.way) ?? []))
})
