import { sendPush } from '../approvals/send-push.ts'
import type { ServerDeps } from '../server-deps.ts'
import { clean } from './cleaning.ts'
import { every, type RunningJob } from './every.ts'
import { keepFigures } from './keep-figures.ts'
import { startOutboxWorker } from './outbox-worker.ts'
import { sendCampaign } from './send-campaign.ts'
import { sendLogout } from './send-logout.ts'
import { startSendingLogs } from './send-logs.ts'
import { mailSender } from './send-mail.ts'
import { watchBreakGlass } from './watch-break-glass.ts'
import { watchDomains } from './watch-domains.ts'
import { watchMetadata } from './watch-metadata.ts'
import { workWaves } from './work-waves.ts'

const second = 1000

/** Begin everything that is done beside answering requests. */
export function startJobs(deps: ServerDeps): RunningJob {
  const holder = `${process.pid}-${Buffer.from(deps.random(9)).toString('base64url')}`
  const { log } = deps
  const mail = mailSender(deps)
  // Counting takes a thread and its memory: not while the server starts.
  let isWarm = false
  const followed = new Map<string, Date | undefined>()
  const jobs = [
    startOutboxWorker(
      deps,
      {
        mail: mail.send,
        backchannelLogout: (message) => sendLogout(deps, message),
        push: (message) => sendPush(deps, message),
      },
      { pauseMilliseconds: second },
    ),
    every({ name: 'cleaning', log, pauseMilliseconds: 15 * 60 * second }, async () => {
      const removed = await clean(deps, holder)
      if (removed !== undefined) log.debug({ removed }, 'cleaned')
      return 'pause'
    }),
    every({ name: 'metadata', log, pauseMilliseconds: 15 * 60 * second }, async () => {
      await watchMetadata(deps, holder)
      return 'pause'
    }),
    every({ name: 'break glass', log, pauseMilliseconds: 60 * 60 * second }, async () => {
      await watchBreakGlass(deps, holder)
      return 'pause'
    }),
    startSendingLogs(deps, holder, { pauseMilliseconds: second }),
    every({ name: 'figures', log, pauseMilliseconds: 5 * 60 * second }, async () => {
      if (isWarm) await keepFigures(deps, holder)
      isWarm = true
      return 'pause'
    }),
    every({ name: 'domains', log, pauseMilliseconds: 60 * 60 * second }, async () => {
      await watchDomains(deps, holder)
      return 'pause'
    }),
    every({ name: 'waves', log, pauseMilliseconds: 60 * second }, async () => {
      await workWaves(deps, holder)
      return 'pause'
    }),
    every({ name: 'campaign mails', log, pauseMilliseconds: 10 * second }, async () => {
      await sendCampaign(deps, holder, followed)
      return 'pause'
    }),
    // Another node may have made a new key.
    every({ name: 'keyring', log, pauseMilliseconds: 30 * second }, async () => {
      await deps.keyring.refresh()
      return 'pause'
    }),
  ]
  return {
    async stop() {
      await Promise.all(jobs.map((job) => job.stop()))
      mail.close()
    },
  }
}
