import { constants, setPriority } from 'node:os'

/**
 * Let the threads that sign people in go first: what this one does can take longer. On Linux a thread has
 * a priority of its own; elsewhere this would slow down the whole process.
 */
export function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}
