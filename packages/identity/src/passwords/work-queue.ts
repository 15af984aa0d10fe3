import { availableParallelism } from 'node:os'
import { IdentityRefusal } from '../refusal.ts'

/** A line for work that takes much memory: so much at once, and so much waiting. */
export interface WorkQueue {
  /** @throws IdentityRefusal `too_many_attempts` if the line is full */
  run<T>(work: () => Promise<T>, at: Date): Promise<T>
}

/** Each hash takes 19 MiB while it is made, so this bounds what a crowd can make us take. */
const atOnce = Math.min(4, Math.max(1, availableParallelism()))

/** Some seconds of work. Whoever comes later would have gone away before their turn. */
const longestLine = 256

/** Make a line. */
export function newWorkQueue(): WorkQueue {
  let running = 0
  const waiting: (() => void)[] = []

  return {
    async run(work, at) {
      if (running >= atOnce) {
        if (waiting.length >= longestLine) {
          throw new IdentityRefusal('too_many_attempts', {
            detail: 'hashing',
            retryAt: new Date(at.getTime() + 5000),
          })
        }
        // Whoever finishes hands over its place, so nobody can slip in between.
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else {
        running++
      }
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next === undefined) running--
        else next()
      }
    },
  }
}
