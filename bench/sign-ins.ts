import { join } from 'node:path'
import { type Contestant, nextMessage, stopProcess } from './contestant.ts'
import type { RunResult, RunTask } from './generator.ts'
import { type Latencies, toLatencies, toMedian } from './latencies.ts'
import { startPinned } from './pinned-process.ts'
import { findProcessFigures } from './process-figures.ts'
import type { PortablePasskey } from './software-passkey.ts'

/** How much to measure. */
export interface Extent {
  readonly warmUpSeconds: number
  readonly runSeconds: number
  /** Runs of each server at each number of users; the middle one counts. */
  readonly rounds: number
  /** A run ends after so many sign-ins if time has not ended it. */
  readonly atMost: number
}

/** Users at once. */
const levels = [1, 8, 32] as const

/** One server at one number of users. */
export interface LevelFigures extends Latencies {
  readonly users: number
  readonly perSecond: number
  /** Server time, user and system, per sign-in. 0 where the system does not tell. */
  readonly cpuMicroseconds: number
  readonly errors: number
  readonly firstError?: string
}

/** One server. Memory is 0 where the system does not tell. */
export interface ServerFigures {
  readonly way: Contestant['way']
  readonly idleMegabytes: number
  readonly peakMegabytes: number
  readonly levels: readonly LevelFigures[]
}

/**
 * Measure passkey sign-ins of several servers beside one another: runs interleaved, so that a moment in which the
 * machine was busy does not count against one of them alone.
 */
export async function benchSignIns(
  contestants: readonly Contestant[],
  extent: Extent,
): Promise<readonly ServerFigures[]> {
  const idle = contestants.map(residentMegabytes)
  const generator = await startGenerator(contestants)
  try {
    for (const contestant of contestants) {
      await generator.run(taskFor(contestant, 8, extent.warmUpSeconds, extent))
    }
    const runs: { readonly way: string; readonly figures: LevelFigures }[] = []
    for (const users of levels) {
      for (let round = 0; round < extent.rounds; round++) {
        for (const contestant of contestants) {
          const before = cpuMicroseconds(contestant)
          const result = await generator.run(taskFor(contestant, users, extent.runSeconds, extent))
          const cpu = cpuMicroseconds(contestant) - before
          runs.push({ way: contestant.way, figures: toFigures(users, result, cpu) })
        }
      }
    }
    return contestants.map((contestant, at) => ({
      way: contestant.way,
      idleMegabytes: idle[at] ?? 0,
      peakMegabytes: figuresOf(contestant)?.peakMegabytes ?? 0,
      levels: levels.map((users) =>
        toMiddle(
          users,
          runs.flatMap((run) =>
            run.way === contestant.way && run.figures.users === users ? run.figures : [],
          ),
        ),
      ),
    }))
  } finally {
    await generator.stop()
  }
}

/** Start the load: a process that signs people in, as often as it is told. */
export async function startGenerator(contestants: readonly Contestant[]) {
  const child = startPinned(1, [join(import.meta.dirname, 'generator.ts')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const passkeys: Record<string, readonly PortablePasskey[]> = {}
  for (const contestant of contestants) passkeys[contestant.way] = contestant.passkeys
  child.send({ passkeys })
  await nextMessage(child)
  return {
    run(task: RunTask): Promise<RunResult> {
      child.send(task)
      return nextMessage<RunResult>(child)
    },
    stop: () => stopProcess(child),
  }
}

function taskFor(contestant: Contestant, users: number, seconds: number, { atMost }: Extent): RunTask {
  return { way: contestant.way, port: contestant.port, users, seconds, atMost }
}

function toFigures(users: number, result: RunResult, cpu: number): LevelFigures {
  const count = result.milliseconds.length
  return {
    users,
    perSecond: count / result.seconds,
    ...toLatencies(result.milliseconds),
    cpuMicroseconds: count === 0 ? 0 : cpu / count,
    errors: result.errors,
    ...(result.firstError !== undefined && { firstError: result.firstError }),
  }
}

/** Each figure's median over the runs; errors of all of them. */
function toMiddle(users: number, runs: readonly LevelFigures[]): LevelFigures {
  const middle = (figure: (run: LevelFigures) => number) => toMedian(runs.map(figure))
  const firstError = runs.find((run) => run.firstError !== undefined)?.firstError
  return {
    users,
    perSecond: middle((run) => run.perSecond),
    p50: middle((run) => run.p50),
    p95: middle((run) => run.p95),
    p99: middle((run) => run.p99),
    cpuMicroseconds: middle((run) => run.cpuMicroseconds),
    errors: runs.reduce((sum, run) => sum + run.errors, 0),
    ...(firstError !== undefined && { firstError }),
  }
}

function figuresOf({ process: { pid } }: Contestant) {
  return pid === undefined ? undefined : findProcessFigures(pid)
}

function cpuMicroseconds(contestant: Contestant): number {
  return figuresOf(contestant)?.cpuMicroseconds ?? 0
}

function residentMegabytes(contestant: Contestant): number {
  return figuresOf(contestant)?.residentMegabytes ?? 0
}
