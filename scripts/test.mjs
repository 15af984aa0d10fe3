import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkWithoutTests } from './check.mjs'
import { buildFrontEnds } from './front-ends.mjs'
import { readSecondTries } from './second-tries.ts'
import { provideSystemPackages } from './system-packages.mjs'

/** Check, then run every test there is. @param options what else to tell Vitest @returns the exit code */
export function test(root, options) {
  if (!provideSystemPackages() || !buildFrontEnds(root)) return 1
  const checked = checkWithoutTests(root)
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
  try {
    const passed = runTwice(root, options, folder)
    if (checked !== 0) console.log('The tests were run, but a check before them failed: see above.')
    return passed && checked === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Run the tests, and once more whatever only missed a deadline. @returns whether each passed in the end */
function runTwice(root, options, folder) {
  const report = join(folder, 'report.json')
  const passed = runVitest(root, options, report)
  console.log(summarise(report))
  const again = passed ? [] : (readSecondTries(root, report) ?? [])
  if (again.length === 0) return passed

  console.log(`These missed a deadline, and are tried once more: ${again.join(', ')}`)
  const second = join(folder, 'second-report.json')
  const mended = runVitest(root, ['--maxWorkers=1', ...again], second)
  console.log(`At the second try: ${summarise(second)}`)
  return mended
}

function runVitest(root, options, report) {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...options,
    ],
    { cwd: root, stdio: 'inherit' },
  )
  return status === 0
}

function summarise(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    return `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`
  } catch {
    return '0 passed, 1 failed: the tests could not be run'
  }
}
