/**
 * The thread that looks through the logs and counts, with a connection of its own that can only read. Begun by
 * `log-reader.ts` on first need. It answers one question after another.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { countHome } from '@latchkey/identity'
import { countRollout, listLeft } from '@latchkey/rollout'
import type { ThreadAnswer, ThreadQuestion, ThreadStart } from './log-ask.ts'
import { openLogTools } from './open-log-tools.ts'
import { readLogPage } from './read-log-page.ts'

const start: ThreadStart = workerData
const { shelves, countryOf } = await openLogTools(start)

parentPort?.on('message', async (question: ThreadQuestion) => {
  parentPort?.postMessage(await answer(question))
})

async function answer(question: ThreadQuestion): Promise<ThreadAnswer> {
  const { number } = question
  const now = () => question.now
  try {
    if (question.kind === 'home') {
      return { number, home: await countHome(shelves, { now }, question.tenantId) }
    }
    if (question.kind === 'models') {
      return { number, models: await shelves.home.countModels(question.tenantId) }
    }
    if (question.kind === 'rollout') {
      return { number, rollout: await countRollout(shelves, { now }, question.ask) }
    }
    if (question.kind === 'left') {
      return { number, left: await listLeft(shelves, { now }, question.ask) }
    }
    return { number, page: await readLogPage({ shelves, countryOf, now }, question.ask, question.before) }
  } catch (cause) {
    return { number, failure: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
  }
}
