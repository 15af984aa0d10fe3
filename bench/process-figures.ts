import { readFileSync } from 'node:fs'

/** What the kernel says a process has used. */
export interface ProcessFigures {
  /** User and system time of all its threads, in microseconds; ticks of 10 ms. */
  readonly cpuMicroseconds: number
  readonly residentMegabytes: number
  readonly peakMegabytes: number
}

const microsecondsPerTick = 10_000

/** Read them from /proc. Where there is none (not Linux), or the process is gone, absent. */
export function findProcessFigures(processId: number): ProcessFigures | undefined {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8')
    // The name of the program may hold spaces and parentheses; the fields after the last one do not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const status = readFileSync(`/proc/${processId}/status`, 'utf8')
    const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
    return {
      cpuMicroseconds: (Number(fields[11]) + Number(fields[12])) * microsecondsPerTick,
      residentMegabytes: kilobytes('VmRSS') / 1024,
      peakMegabytes: kilobytes('VmHWM') / 1024,
    }
  } catch {
    return undefined
  }
}
