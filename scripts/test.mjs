import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkWithoutTests } from './check.mjs'
import { buildFrontEnds } from './front-ends.mjs'
import { provideSystemPackages } from './system-packages.mjs'

/** Check, then run every test there is. @param options what else to tell Vitest @returns the exit code */
export function test(root, options) {
  if (!provideSystemPackages() || !buildFrontEnds(root)) return 1
  const checked = checkWithoutTests(root)
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
  try {
    const report = join(folder, 'report.json')
    const secondTries = join(root, 'scripts/second-tries.mjs')
    const reporters = [
      '--reporter=default',
      '--reporter=json',
      `--reporter=${secondTries}`,
      `--outputFile.json=${report}`,
    ]
    const { status } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...options],
      { cwd: root, stdio: 'inherit' },
    )
    console.log(summarise(report))
    if (checked !== 0) console.log('The tests were run, but a check before them failed: see above.')
    return status === 0 && checked === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function summarise(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    return `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`
  } catch {
    return '0 passed, 1 failed: the tests could not be run'
  }
}
