/**
 * The thread that works out whom a change of rules shuts out, what a policy did to past sign-ins and what a wave would do,
 * with a connection of its own that can only read. Begun by `lock-out-analyst.ts` on first need. It answers one question
 * after another.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { analyseChange, findImpact } from '@latchkey/identity/administer'
import { listWavePeople, rehearseWave } from '@latchkey/rollout'
import { openLockOutShelves } from '@latchkey/store'
import { noCountries } from '../access/country-of.ts'
import type { ThreadAnswer, ThreadAsk, ThreadStart } from './lock-out-messages.ts'
import { placeBy } from './place-by.ts'

const { database, countryDatabase }: ThreadStart = workerData
const shelves = await openLockOutShelves({ database })
const lockOut = { placeOf: placeBy(await openCountriesIfAny()) }

parentPort?.on('message', async (question: ThreadAsk) => {
  parentPort?.postMessage(await answer(question))
})

async function answer(question: ThreadAsk): Promise<ThreadAnswer> {
  const { number, now } = question
  const deps = { now: () => now, lockOut }
  try {
    switch (question.about) {
      case 'lockOut':
        return { number, findings: await analyseChange(shelves, deps, question.ask) }
      case 'impact':
        return { number, impact: await findImpact(shelves, deps, question.ask) }
      case 'wave':
        return { number, rehearsal: await rehearseWave(shelves, deps, question.ask) }
      case 'wavePeople':
        return { number, people: await listWavePeople(shelves, question.tenantId) }
    }
  } catch (cause) {
    return { number, failure: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
  }
}

/** The reader of the database is loaded only where there is one. */
async function openCountriesIfAny() {
  if (countryDatabase === undefined) return noCountries
  const { openCountries } = await import('../access/open-countries.ts')
  return openCountries(countryDatabase)
}
