import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** What Vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  readonly testResults: readonly FileResult[]
}

interface FileResult {
  readonly name: string
  readonly status: string
  /** What was wrong with the file itself, if anything: its preparation, then its tests did not run. */
  readonly message: string
  readonly assertionResults: readonly {
    readonly status: string
    readonly failureMessages: readonly string[]
  }[]
}

/** Browsers on two busy cores miss a deadline now and then. What was seen to be wrong is wrong. */
const missedDeadline = /timed? ?out|in time/i

/**
 * The files that may be tried once more: the first thing that went wrong in each of them was a missed deadline (what
 * stands on it could not go well either). They start anew, with a world of their own, when nothing else runs.
 *
 * @param root of the checkout
 * @param path of the report
 * @returns their paths below `root`; absent when anything else went wrong, since a second try would not help then
 */
export function readSecondTries(root: string, path: string): readonly string[] | undefined {
  const report: Report = JSON.parse(readFileSync(path, 'utf8'))
  const failed = report.testResults.filter(({ status }) => status === 'failed')
  const mayTry = failed.every((file) => isWhole(file.name) && missedDeadline.test(firstComplaint(file)))
  return mayTry ? failed.map(({ name }) => relative(root, name)) : undefined
}

/** What starts servers and browsers. */
function isWhole(path: string): boolean {
  return /\/e2e\/|\.whole\.test\.ts$/.test(path)
}

function firstComplaint({ assertionResults, message }: FileResult): string {
  const first = assertionResults.find(({ status }) => status === 'failed')
  return first?.failureMessages.join('\n') ?? message
}
