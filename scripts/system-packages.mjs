import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the tests need of the system: two real browsers, a screen and a radio for one, a real PostgreSQL, another’s side of CTAP, and a TPM. */
const needs = [
  { package: 'chromium', isThere: () => isOnPath('chromium') || isOnPath('chromium-browser') },
  { package: 'postgresql', isThere: () => isOnPath('initdb') || hasDebianPostgres() },
  { package: 'python3-fido2', isThere: hasPythonFido2 },
  { package: 'firefox-esr', isThere: () => isOnPath('firefox-esr') },
  { package: 'swtpm', isThere: () => isOnPath('swtpm') },
  { package: 'xvfb', isThere: () => isOnPath('Xvfb') },
  { package: 'imagemagick', isThere: () => isOnPath('import') },
  { package: 'dbus-daemon', isThere: () => isOnPath('dbus-daemon') },
  { package: 'tpm2-tools', isThere: () => isOnPath('tpm2_certifycreation') },
]

/**
 * See that everything is there; as root on Debian, install what is missing.
 *
 * @returns false when something is missing still; what to do has been said
 */
export function provideSystemPackages() {
  let missing = listMissing()
  if (missing.length > 0 && process.getuid?.() === 0 && isOnPath('apt-get')) {
    console.log(`Installing what the tests need: ${missing.join(', ')}`)
    aptGet(['update', '-q'])
    aptGet(['install', '-q', '-y', '--no-install-recommends', ...missing])
    missing = listMissing()
  }
  if (missing.length === 0) return true
  console.error(
    `The tests need ${missing.join(' and ')}. On Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}`,
  )
  return false
}

function listMissing() {
  return needs.filter((need) => !need.isThere()).map((need) => need.package)
}

function aptGet(argv) {
  spawnSync('apt-get', argv, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

/** Debian's packages of Python are seen by Debian's Python alone. */
function hasPythonFido2() {
  return spawnSync('/usr/bin/python3', ['-c', 'import fido2.ctap2'], { stdio: 'ignore' }).status === 0
}

/** Debian keeps the programs of each version in a folder that is on nobody's path. */
function hasDebianPostgres() {
  const folder = '/usr/lib/postgresql'
  return (
    existsSync(folder) &&
    readdirSync(folder).some((version) => existsSync(join(folder, version, 'bin/initdb')))
  )
}
