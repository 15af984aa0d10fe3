import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const looks = [
  ['style and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']],
  ['unused code', 'node_modules/knip/bin/knip.js', []],
  ['types', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['types of the pure rooms', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.pure.json']],
]

const unitTests = ['unit tests', 'node_modules/vitest/vitest.mjs', ['run', '--project', 'unit']]

/** Everything that takes seconds. @returns the exit code */
export function check(root) {
  return runAll(root, [...looks, unitTests])
}

/** The same without the tests. @returns the exit code */
export function checkWithoutTests(root) {
  return runAll(root, looks)
}

/** Run them all, so that one run tells everything that is wrong. */
function runAll(root, steps) {
  let failed = 0
  for (const [what, file, argv] of steps) {
    const begin = Date.now()
    const { status } = spawnSync(process.execPath, [join(root, file), ...argv], {
      cwd: root,
      stdio: 'inherit',
    })
    console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${what} (${((Date.now() - begin) / 1000).toFixed(1)} s)`)
    if (status !== 0) failed += 1
  }
  return failed === 0 ? 0 : 1
}
