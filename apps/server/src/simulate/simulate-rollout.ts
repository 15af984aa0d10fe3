import { buildServer } from '../build-server.ts'
import type { ServerDeps } from '../server-deps.ts'
import { planEnforcement } from './lead-enforcement.ts'
import { beginCampaign, endPilot, fly, planWaves } from './lead-rollout.ts'
import { type Mailboxes, openMailboxes } from './mailboxes.ts'
import {
  type Administrator,
  addEverybody,
  addressOf,
  allowPasswords,
  beginOrganisation,
  networkOf,
  passwordOf,
  type SimulatedServer,
} from './organisation.ts'
import { pageBrowser } from './page-browser.ts'
import { type Occasion, planPeople, type SimulatedPerson } from './plan-people.ts'
import { simulatedKey } from './simulated-key.ts'
import { type Answering, readGuide, signInWithPasskey, signInWithSecret, type VisitDeps } from './visits.ts'

/** What is simulated, and how far. */
export interface Simulation {
  readonly people: number
  readonly weeks: number
  /** The same seed gives the same numbers. */
  readonly seed: number
}

/** What came of it. */
export interface SimulationResult {
  readonly people: number
  readonly guidesRead: number
  readonly attempts: number
  readonly failures: number
  readonly created: number
  readonly passkeySignIns: number
  readonly passwordSignIns: number
  /** Those whom the wave of enforcement asks for a passkey in the end, and those it still waits for. */
  readonly enforced: number
  readonly waiting: number
  /** Of those who were asked: who once came without one, and could not go on. */
  readonly heldUp: number
  /** Of those: who made one then, with a pass of the help desk. */
  readonly helped: number
}

/** A clock that the simulation moves; the server reads it. */
export interface MovedClock {
  at: number
}

const hour = 60 * 60_000
const weekMilliseconds = 7 * 24 * hour

type Counted = { -readonly [Name in keyof SimulationResult]: number }

const nothing: Counted = {
  people: 0,
  guidesRead: 0,
  attempts: 0,
  failures: 0,
  created: 0,
  passkeySignIns: 0,
  passwordSignIns: 0,
  enforced: 0,
  waiting: 0,
  heldUp: 0,
  helped: 0,
}

/** What somebody does when its time comes, after the beginning. */
interface Happening {
  readonly at: number
  act(): Promise<void>
}

/**
 * Play a roll-out: an organisation is made, and everybody does what was planned for them, over the same pages and the same
 * API that real people and administrators use. No table is written but by them.
 *
 * @param deps opened with `clock` as their clock, on a database where nobody lives
 * @param clock stands at the beginning: a Monday at midnight
 */
export async function simulateRollout(
  deps: ServerDeps,
  clock: MovedClock,
  simulation: Simulation,
  say: (text: string) => void,
): Promise<SimulationResult> {
  const start = clock.at
  const end = start + simulation.weeks * weekMilliseconds
  const plan = planPeople(simulation)
  const app = await buildServer(deps)
  const pass = (seconds: number) => {
    clock.at += seconds * 1000
  }
  const server: SimulatedServer = { deps, app, pass }
  try {
    const { administrator, tenant } = await beginOrganisation(server)
    await allowPasswords(administrator)
    await beginCampaign(administrator)
    const groups = await addEverybody(administrator, plan.people, plan.waveStarts.length)
    await fly(server, administrator)
    await planWaves(administrator, groups, { start, waveStarts: plan.waveStarts, weeks: simulation.weeks })
    say(`${plan.people.length} people are there.`)

    const counted = { ...nothing, people: plan.people.length }
    const mailboxes = openMailboxes(deps, tenant, pass)
    const { enforcement } = plan
    const enforcing =
      enforcement &&
      (await planEnforcement(administrator, groups, {
        startsAt: start + enforcement.startsAt,
        endsAt: end - hour,
        waves: plan.waveStarts.length,
      }))
    const duties: readonly Happening[] = [
      { at: (plan.waveStarts[1] ?? 0) - hour, act: () => endPilot(administrator, groups) },
      ...(enforcing === undefined
        ? []
        : [
            { at: enforcement?.startsAt ?? 0, act: enforcing.start },
            { at: enforcement?.deadlineAt ?? 0, act: enforcing.moveThoseLeft },
          ]),
    ]
    const visits = plan.people.flatMap((person): readonly Happening[] => {
      const player = newPlayer({ ...server, administrator, mailboxes }, person, counted)
      return person.occasions.map((occasion) => ({ at: occasion.at, act: () => player(occasion) }))
    })
    let week = 0
    for (const { at, act } of [...duties, ...visits].toSorted((a, b) => a.at - b.at)) {
      await strikeUntil(start + at, clock, mailboxes)
      await act()
      const now = Math.floor(at / weekMilliseconds)
      if (now > week) {
        week = now
        say(`week ${week}: ${counted.created} people have a passkey`)
      }
    }
    await strikeUntil(end, clock, mailboxes)
    const { moved = 0, waiting = 0 } = (await enforcing?.count()) ?? {}
    return { ...counted, enforced: moved, waiting }
  } finally {
    await app.close()
  }
}

/** Let the time come, hour by hour. It never goes back: who comes while another is still at it comes a little later. */
async function strikeUntil(at: number, clock: MovedClock, mailboxes: Mailboxes): Promise<void> {
  for (let next = Math.ceil((clock.at + 1) / hour) * hour; next <= at; next += hour) {
    clock.at = next
    await mailboxes.strike()
  }
  clock.at = Math.max(clock.at, at)
}

/** Somebody with a device in their hands. @returns what they do on an occasion */
function newPlayer(
  {
    deps,
    app,
    pass,
    administrator,
    mailboxes,
  }: SimulatedServer & { readonly administrator: Administrator; readonly mailboxes: Mailboxes },
  person: SimulatedPerson,
  counted: Counted,
): (occasion: Occasion) => Promise<void> {
  const { device, whenHeld } = person
  const userName = addressOf(person)
  const key = device.keeper && simulatedKey(device.keeper, deps.now)
  let hasPasskey = false
  let wasHeld = false
  // Every visit begins with an empty browser: sessions would hide what is to be seen.
  const visit = (): VisitDeps => ({
    browser: pageBrowser(app, {
      userAgent: device.userAgent,
      headers: device.hints,
      ipAddress: networkOf(person.number),
    }),
    origin: deps.config.url.origin,
    pass,
  })
  const askHelpDesk = async () => {
    const issued = await administrator.ask(
      'POST',
      `/v1.0/users/${encodeURIComponent(userName)}/authentication/temporaryAccessPassMethods`,
      { isUsableOnce: true },
    )
    return { kind: 'pass' as const, secret: String(issued['temporaryAccessPass']) }
  }
  const secretOf = async () =>
    person.comesWith === 'password'
      ? { kind: 'password' as const, secret: passwordOf(person) }
      : await askHelpDesk()
  const comeWith = async (secret: Awaited<ReturnType<typeof secretOf>>, answering: Answering) => {
    const how = { ...answering, whenHeld, ...(key && { key }) }
    const end = await signInWithSecret(visit(), { userName, ...secret }, how)
    if (end.created) {
      counted.created++
      hasPasskey = true
    }
    return end
  }
  const signInTheOldWay = async (answering: Answering) => {
    const { held, created } = await comeWith(await secretOf(), answering)
    if (!held) return
    if (!wasHeld) counted.heldUp++
    wasHeld = true
    const calls = !created && whenHeld === 'makes one' && key !== undefined
    if (calls) await comeWith(await askHelpDesk(), { failures: [], end: 'created' })
    if (hasPasskey) counted.helped++
  }
  return async (occasion) => {
    if (occasion.kind === 'read guide') {
      await readGuide(visit(), mailboxes.newestLink(userName))
      counted.guidesRead++
    } else if (hasPasskey) {
      // Whoever has one uses it, whatever they were about to do.
      if (key === undefined || occasion.kind === 'register') return
      await signInWithPasskey(visit(), userName, key)
      counted.passkeySignIns++
    } else if (occasion.kind === 'register') {
      counted.attempts++
      counted.failures += occasion.failures.length
      await signInTheOldWay(occasion)
    } else if (occasion.with === 'password') {
      counted.passwordSignIns++
      await signInTheOldWay({ failures: [], end: 'not now' })
    }
  }
}
