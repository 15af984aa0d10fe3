import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/**
 * Start Node on one core, where the system can (`taskset`, two cores or more); elsewhere on any.
 *
 * The process id is Node's own, because `taskset` replaces itself by what it starts.
 */
export function startPinned(
  core: 0 | 1,
  nodeArguments: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  return canPin
    ? spawn('taskset', ['-c', String(core), process.execPath, ...nodeArguments], options)
    : spawn(process.execPath, [...nodeArguments], options)
}

/** Whether processes are pinned to cores here. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0
