import { constants, setPriority } from 'node:os'

/**
 * Let every other thread go first, those that sign people in above all: what this one does can wait. On Linux a thread has
 * a priority of its own; elsewhere this would slow down the whole process.
 */
export function yieldToOthers(): void {
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)
}
