import { Readable } from 'node:stream'
import { getRuleDocuments } from '@latchkey/identity'
import { readMailCalendar } from '@latchkey/rollout'
import { languages } from '@latchkey/words'
import { guideAddress } from '../../../campaign-mail/guide-address.ts'
import { type Paper, papers } from '../../../campaign-mail/poster/paper.ts'
import { sayHelpDesk } from '../../../campaign-mail/say-help-desk.ts'
import { drawQr } from '../../../security-info/draw-qr.ts'
import { entity } from '../../graph-answer.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import { readMails } from './mail-resource.ts'

const place = '/latchkey/rollout/poster'

/** What hangs on walls, and what the help desk is handed. Ours: Graph has no such thing. */
export const posterRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: place,
    ...readMails,
    query: [],
    async handle(call) {
      const address = await guideAddress(call.deps, call.tenant)
      return entity(call, 'latchkey.rolloutPoster', {
        organisation: call.tenant.displayName,
        address: address.href,
        qr: await drawQr(address.href),
        helpDesk: sayHelpDesk(call.tenant),
      })
    },
  },
  {
    method: 'GET',
    path: `${place}/pdf`,
    ...readMails,
    query: [],
    /** `?language=de&paper=a4` */
    handle: sendPdf,
  },
  {
    method: 'GET',
    path: '/latchkey/rollout/brief',
    ...readMails,
    query: [],
    handle: showBrief,
  },
]

async function sendPdf(call: GraphCall): Promise<GraphAnswer> {
  const language = readOne(call, 'language', languages, 'en')
  const paper: Paper = readOne(call, 'paper', papers, 'a4')
  // Only whoever wants a poster needs what draws it.
  const { drawPoster } = await import('../../../campaign-mail/poster/draw-poster.ts')
  const { bytes, spoken } = await drawPoster(call.deps, call.tenant, { language, paper })
  return {
    status: 200,
    headers: {
      'content-disposition': `attachment; filename="passkeys-${spoken}-${paper}.pdf"`,
      'content-language': spoken,
      'cross-origin-resource-policy': 'same-origin',
    },
    stream: { type: 'application/pdf', open: () => Readable.from([bytes], { objectMode: false }) },
  }
}

function readOne<T extends string>(call: GraphCall, name: string, values: readonly T[], usual: T): T {
  const text = call.query.all.get(name)
  if (text === undefined) return usual
  const found = values.find((value) => value === text.toLowerCase())
  if (found === undefined) throw new GraphRefusal('BadRequest', `'${name}' is one of ${values.join(', ')}.`)
  return found
}

/** So far ahead a help desk plans its shifts. */
const briefDays = 14

/** So many kinds of trouble are worth learning by heart. */
const mostQuestions = 10

/** How many of those who fail call, where nobody says otherwise; as on the page of the numbers. */
const callsPerFailure = 0.4

async function showBrief(call: GraphCall): Promise<GraphAnswer> {
  const { deps, tenant } = call
  const { tenantId } = tenant
  const { documents } = await getRuleDocuments(deps.stores, deps, tenantId)
  const [numbers, waves, address] = await Promise.all([
    deps.logs.countRollout({ tenantId, documents, callsPerFailure }),
    readMailCalendar(deps, tenantId),
    guideAddress(deps, tenant),
  ])
  const { forecast, failures, people, left } = numbers
  const today = deps.now().toISOString().slice(0, 10)
  const until = new Date(deps.now().getTime() + briefDays * 86_400_000).toISOString().slice(0, 10)
  return entity(call, 'latchkey.rolloutBrief', {
    countedDateTime: toGraphTime(numbers.at),
    address: address.href,
    people,
    left: left.reduce((sum, each) => sum + each.people, 0),
    callsPerFailure,
    days: forecast.days.slice(0, briefDays).map(({ startsAt, calls, burst, left: then }) => ({
      startDateTime: toGraphTime(startsAt),
      calls,
      left: then,
      isAfterAnnouncement: burst,
    })),
    mails: waves.flatMap(({ wave, people: those, mails }) =>
      mails.flatMap(({ kind, day, standing }) =>
        day !== undefined && day >= today && day <= until && standing !== 'off' && wave.state !== 'stopped'
          ? [{ day, kind, waveId: wave.waveId, displayName: wave.name, people: those }]
          : [],
      ),
    ),
    questions: failuresByCode(failures).slice(0, mostQuestions),
  })
}

/** A code comes once, whatever model and moment it is counted by. */
function failuresByCode(
  failures: readonly { readonly code: string; readonly failures: number; readonly people: number }[],
) {
  const byCode = new Map<string, { code: string; failures: number; people: number }>()
  for (const { code, failures: times, people } of failures) {
    const sum = byCode.get(code) ?? { code, failures: 0, people: 0 }
    byCode.set(code, { code, failures: sum.failures + times, people: Math.max(sum.people, people) })
  }
  return [...byCode.values()].toSorted((a, b) => b.failures - a.failures || (a.code < b.code ? -1 : 1))
}
