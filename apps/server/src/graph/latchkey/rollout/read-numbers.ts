import { describeModel, getRuleDocuments } from '@latchkey/identity'
import type { Cohort, FailureCount, Forecast, NumbersAsk, RolloutNumbers } from '@latchkey/rollout'
import { countAgain } from '../../../log-export/fresh-summary.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphCall } from '../../graph-route.ts'
import { toGraphTime } from '../../graph-time.ts'
import type { GraphObject } from '../../resource-shape.ts'

/** How many of those who fail call the help desk, where nobody says otherwise. */
const usualCallsPerFailure = 0.4

/** From when on days of the sign-in log are shown. */
const shownDays = 120

const dayMilliseconds = 86_400_000

/** The figures of a rollout, as the API writes them. */
export interface NumbersBody extends GraphObject {
  readonly countedDateTime: string
  readonly people: number
  readonly stages: RolloutNumbers['stages']
  readonly usedWithinWeek: number
  readonly steps: RolloutNumbers['steps']
  readonly standing: RolloutNumbers['standing']
  readonly left: RolloutNumbers['left']
  readonly cohorts: readonly (Cohort & { readonly displayName: string | null })[]
  readonly days: RolloutNumbers['days']
  readonly signIns: readonly {
    readonly day: string
    readonly signIns: number
    readonly passkeySignIns: number
  }[]
  readonly times: RolloutNumbers['times']
  readonly failures: readonly GraphObject[]
  readonly announcements: readonly GraphObject[]
  readonly callsPerFailure: number
  readonly forecast: GraphObject
}

/** Count the figures, and name what they speak of. */
export async function readNumbers(call: GraphCall): Promise<NumbersBody> {
  const { deps, tenant } = call
  const { tenantId } = tenant
  const { documents } = await getRuleDocuments(deps.stores, deps, tenantId)
  const callsPerFailure = readShare(call.query.all.get('callsPerFailure'))
  const deadline = readDeadline(call)
  const ask: NumbersAsk = { tenantId, documents, callsPerFailure, ...(deadline && { deadline }) }
  const numbers = await deps.logs.countRollout(ask)
  // The days of the sign-in log are counted with the first page, and kept.
  await countAgain(deps, tenantId)
  const { stages, usedWithinWeek, steps, standing, left, days, times, announcements } = numbers
  const nameOf = await namesOfCohorts(call, numbers)
  return {
    countedDateTime: toGraphTime(numbers.at),
    people: numbers.people,
    stages,
    usedWithinWeek,
    steps,
    standing,
    left,
    cohorts: numbers.cohorts.map((cohort) => ({ ...cohort, displayName: nameOf(cohort.by, cohort.key) })),
    days,
    signIns: await listSignInDays(call),
    times,
    failures: numbers.failures.map((failure) => toFailure(failure, nameOf)),
    announcements: announcements.map(({ at, waveId, mailKind, people }) => ({
      dateTime: toGraphTime(at),
      waveId: waveId ?? null,
      mail: mailKind ?? null,
      people,
    })),
    callsPerFailure,
    forecast: toForecast(numbers.forecast, numbers.deadlineOf),
  }
}

type NameOf = (by: Cohort['by'], key: string) => string | null

async function namesOfCohorts(
  { deps, tenant: { tenantId } }: GraphCall,
  { cohorts, failures }: RolloutNumbers,
): Promise<NameOf> {
  const { stores } = deps
  const aaguids = new Set([
    ...cohorts.flatMap(({ by, key }) => (by === 'model' ? key : [])),
    ...failures.flatMap(({ aaguid }) => aaguid ?? []),
  ])
  const models = new Map<string, string | undefined>()
  for (const aaguid of aaguids) models.set(aaguid, (await describeModel(stores, aaguid, deps.now())).name)
  const names = {
    group: new Map((await stores.groups.list(tenantId)).map((each) => [each.groupId, each.displayName])),
    wave: new Map((await stores.waves.list(tenantId)).map(({ waveId, name }) => [waveId, name])),
    model: models,
    device: new Map<string, string>(),
  }
  return (by, key) => names[by].get(key) ?? null
}

async function listSignInDays({ deps, tenant }: GraphCall): Promise<NumbersBody['signIns']> {
  const from = new Date(deps.now().getTime() - shownDays * dayMilliseconds).toISOString().slice(0, 10)
  const days = await deps.stores.home.listDays(tenant.tenantId, from)
  return days.map(({ day, signIns, passkeySignIns }) => ({ day, signIns, passkeySignIns }))
}

function toFailure(
  { when, code, aaguid, failures, people, lastAt }: FailureCount,
  nameOf: NameOf,
): GraphObject {
  return {
    when,
    code,
    aaGuid: aaguid ?? null,
    displayName: aaguid === undefined ? null : nameOf('model', aaguid),
    failures,
    people,
    lastDateTime: toGraphTime(lastAt),
  }
}

function toForecast(
  { deadline, left, rates, days, mostlyDoneAt }: Forecast,
  deadlineOf: RolloutNumbers['deadlineOf'],
): GraphObject {
  return {
    deadlineDateTime: toGraphTime(deadline),
    deadlineOf,
    left,
    mostlyDoneDateTime: mostlyDoneAt ? toGraphTime(mostlyDoneAt) : null,
    rates,
    days: days.map(({ startsAt, ...day }) => ({ startDateTime: toGraphTime(startsAt), ...day })),
  }
}

function readShare(text: string | undefined): number {
  if (text === undefined) return usualCallsPerFailure
  const share = Number(text)
  if (text.trim() !== '' && share >= 0 && share <= 10) return share
  throw new GraphRefusal('BadRequest', "'callsPerFailure' is a number between 0 and 10.")
}

function readDeadline({ query }: GraphCall): Date | undefined {
  const text = query.all.get('deadline')
  if (text === undefined) return undefined
  const deadline = new Date(text)
  if (!Number.isNaN(deadline.getTime())) return deadline
  throw new GraphRefusal('BadRequest', "'deadline' is a day or an instant: 2026-06-01T00:00:00Z.")
}
