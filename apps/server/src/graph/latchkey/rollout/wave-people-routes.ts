import {
  getWave,
  letWaveDecide,
  movePerson,
  putBackPerson,
  type RehearsedPerson,
  rehearsalOutcomes,
  type WavePersonState,
  waveObstacles,
  wavePersonStates,
} from '@latchkey/rollout'
import { recallRehearsal } from '../../../waves/recall-rehearsal.ts'
import { getUser } from '../../directory/find-user.ts'
import { collection, entity, noContent } from '../../graph-answer.ts'
import { nextLink, pageSizeOf, readPlace } from '../../graph-page.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphRoute } from '../../graph-route.ts'
import { namesOf } from './names-of.ts'
import { requireWaveScopes, waveAskOf, waveReaders, waveWriters } from './wave-call.ts'
import { toRehearsalSums, toRehearsedPerson, toWavePerson } from './wave-resource.ts'

const one = '/latchkey/rollout/waves/{wave}'
const person = `${one}/people/{user}`

/** Whom a wave is about: what would become of them, what did, and what an administrator does with one of them. */
export const wavePeopleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: `${one}/rehearsal`,
    ...waveReaders,
    query: [],
    /** What would become of everybody today; `?afresh=true` looks again, though it was looked at minutes ago. */
    async handle(call) {
      const wave = await getWave(call.deps.stores, waveAskOf(call))
      const since = call.query.all.get('afresh') === 'true' ? call.deps.now() : undefined
      return entity(
        call,
        'latchkey.waveRehearsal',
        toRehearsalSums(await recallRehearsal(call.deps, wave, since)),
      )
    },
  },
  {
    method: 'GET',
    path: `${one}/rehearsal/people`,
    ...waveReaders,
    query: ['$top', '$skiptoken', '$count'],
    /** By id; `outcome=fails`, `because=noPasskey` and `platform=windows` take those it is so of. */
    handle: listRehearsed,
  },
  {
    method: 'GET',
    path: `${one}/people`,
    ...waveReaders,
    query: ['$top', '$skiptoken'],
    /** Those an enforcement wave has looked at, by id; `state=waiting` takes some. */
    handle: listPeople,
  },
  ...(
    [
      ['move', movePerson],
      ['putBack', putBackPerson],
      ['letDecide', letWaveDecide],
    ] as const
  ).map(
    ([name, act]): GraphRoute => ({
      method: 'POST',
      path: `${person}/${name}`,
      ...waveWriters,
      // Whoever may not do it by hand is not told who exists.
      act: 'change groups',
      async handle(call) {
        requireWaveScopes(call, (await getWave(call.deps.stores, waveAskOf(call))).kind)
        const { userId } = await getUser(call)
        await act(call.deps, { ...waveAskOf(call), userId })
        return noContent
      },
    }),
  ),
]

async function listRehearsed(call: GraphCall): Promise<GraphAnswer> {
  const outcome = readOne(call, 'outcome', rehearsalOutcomes)
  const because = readOne(call, 'because', waveObstacles)
  const platform = call.query.all.get('platform')
  const wave = await getWave(call.deps.stores, waveAskOf(call))
  const { people } = await recallRehearsal(call.deps, wave)
  const isWanted = (each: RehearsedPerson) =>
    (outcome === undefined || each.outcome === outcome) &&
    (because === undefined || each.because.includes(because)) &&
    (platform === undefined || each.platforms.some((there) => there.platform === platform))
  const all = people.filter(isWanted)
  const after = (await readPlace(call)) ?? ''
  const rest = all.filter(({ userId }) => userId > after)
  const page = rest.slice(0, pageSizeOf(call))
  const last = page.at(-1)
  const names = await namesOf(
    call,
    page.map(({ userId }) => userId),
  )
  return collection(
    call,
    'Collection(latchkey.rehearsedPerson)',
    page.map((each) => toRehearsedPerson(each, names.get(each.userId))),
    {
      nextLink: last && rest.length > page.length ? nextLink(call, last.userId) : undefined,
      count: call.query.count ? all.length : undefined,
    },
  )
}

async function listPeople(call: GraphCall): Promise<GraphAnswer> {
  const { stores } = call.deps
  const { tenantId, waveId } = waveAskOf(call)
  await getWave(stores, { tenantId, waveId })
  const state: WavePersonState | undefined = readOne(call, 'state', wavePersonStates)
  const after = await readPlace(call)
  const limit = pageSizeOf(call)
  const found = await stores.wavePeople.list(tenantId, waveId, {
    limit: limit + 1,
    ...(state !== undefined && { state }),
    ...(after !== undefined && { after }),
  })
  const page = found.slice(0, limit)
  const names = await namesOf(
    call,
    page.map(({ userId }) => userId),
  )
  return collection(
    call,
    'Collection(latchkey.wavePerson)',
    page.map((each) => toWavePerson(each, names.get(each.userId))),
    { nextLink: found.length > limit ? nextLink(call, page.at(-1)?.userId ?? '') : undefined },
  )
}

function readOne<T extends string>({ query }: GraphCall, name: string, known: readonly T[]): T | undefined {
  const written = query.all.get(name)
  if (written === undefined) return undefined
  const found = known.find((each) => each === written)
  if (found !== undefined) return found
  throw new GraphRefusal('BadRequest', `'${name}' is one of ${known.join(', ')}.`)
}
