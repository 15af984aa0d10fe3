import { createFirstAdministratorLink } from '@latchkey/identity'
import type { FastifyInstance } from 'fastify'
import { buildServer } from '../build-server.ts'
import type { Config } from '../config.ts'
import type { RunningJob } from '../jobs/every.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import type { ServerDeps } from '../server-deps.ts'
import { collectGarbage } from './collect-garbage.ts'
import type { Command, CommandWorld } from './command.ts'
import { readOptions } from './command.ts'
import { isKeyFileOpenToOthers } from './master-key.ts'
import { openDeps } from './open-deps.ts'

/** How long requests that are under way may take to finish once we were told to stop. */
const stopMilliseconds = 30_000

/** Run the server until it is told to stop. */
export const serve: Command = {
  name: 'serve',
  summary:
    'Run the server (this is what `npm start` does), until it is told to stop by SIGTERM or SIGINT.\nWith --demo it fills a demo organisation and runs two sample apps.',
  usage: '[--demo]',
  async run(world, argv) {
    const isDemo = readOptions(argv, { demo: 'switch' }).isOn('demo')
    const { config, log } = world
    const toldToStop = nextSignal()
    const deps = await openDeps(config, log)
    const demo = isDemo ? await (await import('../demo/run-demo.ts')).runDemo(deps, world.say) : undefined
    const app = await buildServer(deps)
    await collectGarbage()
    await app.listen({ port: config.port, host: config.host })
    const jobs = [startJobs(deps), ...(demo ? [demo] : [])]
    if (config.masterKey.kind === 'file' && isKeyFileOpenToOthers(config.masterKey.path)) {
      log.warn('others on this machine can read the key file')
    }
    world.say(`Latchkey is ready at ${config.url.origin}`)
    if (demo) demo.announce()
    else await sayWhatToDoNext(deps, world)

    const signal = await toldToStop
    log.info({ signal }, 'stopping')
    await stop({ app, config, jobs, deps })
    log.info('stopped')
  },
}

/** Without an organisation, offer to make one. The link is in the fragment: it is sent to no server and in no log. */
async function sayWhatToDoNext(deps: ServerDeps, { say, config }: CommandWorld): Promise<void> {
  const tenants = await deps.stores.tenants.list()
  if (tenants.some(({ demo }) => !demo)) return say('People sign in there.')
  const token = await createFirstAdministratorLink(deps)
  say('')
  say('Nobody lives here yet. Set up your organisation and make your own passkey at')
  say('')
  say(`  ${config.url.origin}/welcome#${token}`)
  say('')
  say('The link works once, for 24 hours. Starting again makes a new one.')
}

/** Nothing that was begun is lost: what is asked is answered, what was taken from the outbox is sent or put back. */
async function stop(running: {
  readonly app: FastifyInstance
  readonly config: Config
  readonly jobs: readonly RunningJob[]
  readonly deps: ServerDeps
}): Promise<void> {
  const { app, config, jobs, deps } = running
  const tooLate = setTimeout(
    () => {
      deps.log.error('requests did not finish in time')
      process.exit(1)
    },
    config.drainSeconds * 1000 + stopMilliseconds,
  )
  app.draining.active = true
  await new Promise((resolve) => setTimeout(resolve, config.drainSeconds * 1000))
  // A connection that was busy at that moment would otherwise stay open, idle, until its keep-alive is over.
  const hangUp = setInterval(() => app.server.closeIdleConnections(), 100)
  await app.close()
  clearInterval(hangUp)
  await Promise.all(jobs.map((job) => job.stop()))
  await deps.stores.close()
  clearTimeout(tooLate)
}

/** A second signal changes nothing: stopping takes as long as it takes, and has an end. */
function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.on('SIGINT', resolve)
    process.on('SIGTERM', resolve)
  })
}
