import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSecondTries } from '../scripts/second-tries.ts'

const root = '/checkout'
const story = '/checkout/e2e/story.test.ts'
const late = 'TimeoutError: locator.click: Timeout 30000ms exceeded.'
const wrong = 'AssertionError: expected 3 to be 4'

function secondTries(testResults: readonly object[]): readonly string[] | undefined {
  const report = join(mkdtempSync(join(tmpdir(), 'latchkey-report-')), 'report.json')
  writeFileSync(report, JSON.stringify({ testResults }))
  return readSecondTries(root, report)
}

function fileOf(name: string, complaints: readonly (string | undefined)[], message = ''): object {
  const assertionResults = complaints.map((complaint) => ({
    status: complaint === undefined ? 'passed' : 'failed',
    failureMessages: complaint === undefined ? [] : [complaint],
  }))
  const failed = message !== '' || complaints.some((complaint) => complaint !== undefined)
  return { name, status: failed ? 'failed' : 'passed', assertionResults, message }
}

test('a story whose first complaint is a missed deadline is tried again, whatever came of that', () => {
  const others = fileOf('/checkout/e2e/other.test.ts', [undefined])

  expect(secondTries([fileOf(story, [undefined, late, wrong]), others])).toEqual(['e2e/story.test.ts'])
})

test('a story whose preparation was late is tried again', () => {
  const late = fileOf(story, [], 'Error: Hook timed out in 240000ms.')

  expect(secondTries([late])).toEqual(['e2e/story.test.ts'])
})

test('what was seen to be wrong stays wrong, and nothing is tried again beside it', () => {
  expect(secondTries([fileOf(story, [wrong, late])])).toBeUndefined()
  expect(secondTries([fileOf(story, [late]), fileOf('/checkout/e2e/b.test.ts', [wrong])])).toBeUndefined()
})

test('what starts no browser has no second try', () => {
  expect(secondTries([fileOf('/checkout/packages/policy/src/a.test.ts', [late])])).toBeUndefined()
  expect(secondTries([fileOf('/checkout/apps/server/src/a.whole.test.ts', [late])])).toHaveLength(1)
})
