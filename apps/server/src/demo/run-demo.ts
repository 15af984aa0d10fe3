import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { CommandRefusal } from '../cli/command.ts'
import type { RunningJob } from '../jobs/every.ts'
import type { ServerDeps } from '../server-deps.ts'
import { demoOrganisation, demoPeople } from './demo-people.ts'
import { type FilledDemo, fillDemo } from './fill-demo.ts'

const sampleApp = fileURLToPath(new URL('../../../sample-app/src/main.ts', import.meta.url))

/** The demo: an organisation, and sample apps that run beside the server. */
export interface RunningDemo extends RunningJob {
  /** Say what to try. */
  announce(): void
}

/** Fill the demo organisation and start the sample apps, each a process of its own. */
export async function runDemo(deps: ServerDeps, say: (text: string) => void): Promise<RunningDemo> {
  const demo = await fillDemo(deps)
  const children = demo.apps.map(({ about, app, url }) =>
    spawn(process.execPath, [sampleApp], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        SAMPLE_NAME: about.name,
        SAMPLE_PURPOSE: about.purpose,
        SAMPLE_COLOUR: about.colour,
        SAMPLE_URL: url.origin,
        SAMPLE_ISSUER: `${deps.config.url.origin}/${demo.tenant.tenantId}/v2.0`,
        SAMPLE_CLIENT_ID: app.clientId,
        SAMPLE_CLIENT_SECRET: demo.secrets.appSecrets[about.name] ?? '',
      },
    }),
  )
  await Promise.all(children.map((child, index) => untilListening(child, demo.apps[index]?.about.name ?? '')))
  return {
    announce: () => announce(demo, say),
    async stop() {
      await Promise.all(children.map(end))
    },
  }
}

async function untilListening(child: ChildProcess, name: string): Promise<void> {
  const ended = once(child, 'exit').then(() => {
    throw new CommandRefusal(`The sample app ${name} could not be started.`)
  })
  await Promise.race([once(child, 'message'), ended])
  // Later, when it is told to stop, its end is nobody's failure.
  ended.catch(() => {})
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function announce({ apps, secrets }: FilledDemo, say: (text: string) => void): void {
  const { displayName, domain } = demoOrganisation
  say('')
  say(`The demo organisation ${displayName} is ready. Begin at one of its apps:`)
  say('')
  for (const { about, url } of apps) say(`  ${about.name.padEnd(12)} ${url.origin}`)
  say('')
  say('Sign in as')
  say('')
  for (const { name, part } of demoPeople) {
    const userName = `${name}@${domain}`
    const pass = secrets.passes[userName]
    const what = part === 'administrator' ? 'administrator' : 'newcomer'
    if (pass !== undefined) say(`  ${userName.padEnd(24)} ${what.padEnd(14)} pass ${pass}`)
    if (part === 'passwordAndCode' && secrets.passwordAndCode) {
      const { password, totpSecret } = secrets.passwordAndCode
      say(`  ${userName.padEnd(24)} ${'codes'.padEnd(14)} password ${password}`)
      say(`  ${''.padEnd(24)} ${''.padEnd(14)} for an authenticator app: ${totpSecret}`)
    }
  }
  say('')
  say('These were made for this demo alone. Passes last eight hours; starting again renews them.')
}
