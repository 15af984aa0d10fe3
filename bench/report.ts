import { cpus } from 'node:os'
import type { LockOutFigures } from './lock-out.ts'
import { canPin } from './pinned-process.ts'
import type { PolicyFigures } from './policy.ts'
import type { LevelFigures, ServerFigures } from './sign-ins.ts'
import type { GroupCommitFigures } from './store.ts'
import type { VerifyFigures } from './verify.ts'

/** What was measured, for machines. */
export interface Report {
  readonly machine: {
    readonly processor: string
    readonly cores: number
    readonly node: string
    /** Whether server and load ran on a core each. */
    readonly pinned: boolean
  }
  readonly servers: readonly ServerFigures[]
  /** Of the floor. */
  readonly ratios: readonly Ratio[]
  readonly verify: VerifyFigures
  readonly groupCommit: GroupCommitFigures
  readonly policy: PolicyFigures
  readonly lockOut: LockOutFigures
}

/** One server to the floor: sign-ins per second, and how many of its fit into the processor time of one of the floor's. */
export interface Ratio {
  readonly way: 'keeping' | 'latchkey'
  readonly users: number
  readonly rate: number
  readonly cpu: number
}

/** What we aim at, on a machine that does nothing else. */
const aims = {
  rateRatio: 0.5,
  p99Milliseconds: 25,
  idleMegabytes: 120,
  verifyRatio: 1.4,
  decideMicros: 200,
  lockOutSeconds: 5,
}

/** Put figures of the floor and of Latchkey beside each other. */
export function toReport(
  servers: readonly ServerFigures[],
  parts: Pick<Report, 'verify' | 'groupCommit' | 'policy' | 'lockOut'>,
): Report {
  const floor = servers.find(({ way }) => way === 'floor')?.levels ?? []
  return {
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      node: process.versions.node,
      pinned: canPin,
    },
    servers,
    ratios: servers.flatMap((server) => toRatios(server, floor)),
    ...parts,
  }
}

function toRatios({ way, levels }: ServerFigures, floor: readonly LevelFigures[]): readonly Ratio[] {
  if (way === 'floor') return []
  return levels.flatMap(({ users, perSecond, cpuMicroseconds }) => {
    const bound = floor.find((level) => level.users === users)
    if (bound === undefined) return []
    const cpu = bound.cpuMicroseconds / cpuMicroseconds
    return { way, users, rate: perSecond / bound.perSecond, cpu }
  })
}

/** Write the figures down for people. */
export function toText(report: Report): string {
  const { machine, servers, ratios, verify, groupCommit, policy, lockOut } = report
  const lines = [
    `${machine.processor}, ${machine.cores} cores, Node ${machine.node}, ` +
      (machine.pinned ? 'server and load on a core each' : 'server and load on any core'),
    '',
    'Passkey sign-ins (options + assertion)',
    row(['', 'users', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU us each', 'errors']),
    ...servers.flatMap(({ way, levels }) => levels.map((level) => levelRow(way, level))),
    '',
    'floor: an HTTP server, one signature, one row; keeping: the same, with what a sign-in has to read and to write',
    ...ratios.map(
      ({ way, users, rate, cpu }) =>
        `${way}, ${users} at once: ${rate.toFixed(2)} of the floor's rate${way === 'latchkey' ? ` (aim: ${aims.rateRatio})` : ''}, ${cpu.toFixed(2)} by processor time`,
    ),
    `aims for Latchkey: p99 under ${aims.p99Milliseconds} ms at 32, under ${aims.idleMegabytes} MB idle`,
    '',
    ...servers.map(
      ({ way, idleMegabytes, peakMegabytes }) =>
        `memory of ${way}: ${idleMegabytes.toFixed(0)} MB idle, ${peakMegabytes.toFixed(0)} MB at most`,
    ),
    '',
    `checking a sign-in: ${verify.checkMicros.toFixed(0)} us, ${verify.ratio.toFixed(2)} of the bare ` +
      `signature's ${verify.bareMicros.toFixed(0)} us (aim: at most ${aims.verifyRatio})`,
    `units of work a second: ${groupCommit.one.toFixed(0)} by one writer, ${groupCommit.thirtyTwo.toFixed(0)} by 32 ` +
      `(${groupCommit.ratio.toFixed(1)} times; on a disk 2 ms slower ${groupCommit.ratioWithDelay.toFixed(1)} times), ` +
      `${groupCommit.unitCpuMicros.toFixed(0)} us of processor time each`,
    `deciding a sign-in by ${policy.policies} policies: ${policy.decideMicros.toFixed(0)} us (aim: under ${aims.decideMicros}); ` +
      `saying whom one more would shut out, of ${policy.people} people: ${policy.lockOutSeconds.toFixed(1)} s (aim: under ${aims.lockOutSeconds})`,
    `changing one of ${lockOut.policies} policies of ${lockOut.people} people, all that is read included: refused after ` +
      `${lockOut.refusedSeconds.toFixed(1)} s with the list of ${lockOut.shutOut} (aim: under ${aims.lockOutSeconds}), saved after ${lockOut.savedSeconds.toFixed(1)} s`,
  ]
  for (const { way, levels } of servers) {
    for (const { users, firstError } of levels) {
      if (firstError !== undefined) lines.push(`an error of ${way} at ${users}: ${firstError}`)
    }
  }
  return lines.join('\n')
}

function levelRow(way: string, level: LevelFigures): string {
  const { users, perSecond, p50, p95, p99, cpuMicroseconds, errors } = level
  return row([
    way,
    String(users),
    perSecond.toFixed(0),
    p50.toFixed(2),
    p95.toFixed(2),
    p99.toFixed(2),
    cpuMicroseconds.toFixed(0),
    String(errors),
  ])
}

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(12))).join('')
}
