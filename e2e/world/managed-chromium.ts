import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
/** Where Debian's Chromium looks for what it has to do. */
const policies = '/etc/chromium'
/** Mounts of one's own, which end with the process; who is nobody special needs a name space of their own for them. */
const unshare = ['unshare', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']), '--mount']

/** Whether this system lets a process have mounts of its own: containers often do not. */
export function canBeManaged(): boolean {
  const [program = '', ...argv] = unshare
  return spawnSync(program, [...argv, 'mount', '-t', 'tmpfs', 'none', policies]).status === 0
}

/** A Chromium whose organisation says something to an extension. Nothing of the system is changed: this browser alone hears it. */
export interface ManagedChromium {
  /** What starts it. */
  readonly program: string
  /** Say something, now or while it runs. */
  say(policy: Readonly<Record<string, unknown>>): void
}

/**
 * Make one.
 *
 * @param folder of one's own
 * @param packed the extension, which is told apart by where it is
 */
export function makeManagedChromium(folder: string, packed: string): ManagedChromium {
  const managed = join(folder, 'system/policies/managed')
  const program = join(folder, 'chromium')
  mkdirSync(managed, { recursive: true })
  const steps = `mount --bind '${join(folder, 'system')}' ${policies} && exec '${chromium}' "$@"`
  writeFileSync(program, `#!/bin/sh\nexec ${unshare.join(' ')} sh -c '${quote(steps)}' chromium "$@"\n`, {
    mode: 0o755,
  })
  return {
    program,
    say(policy) {
      const said = { '3rdparty': { extensions: { [toExtensionId(packed)]: policy } } }
      // Chromium lets what was just written lie for some seconds: it may not be whole.
      writeFileSync(join(managed, 'policy.json'), JSON.stringify(said))
    },
  }
}

const quote = (text: string) => text.replaceAll("'", "'\\''")

/** What Chromium calls an extension that is not packed. */
function toExtensionId(path: string): string {
  const digits = createHash('sha256').update(path).digest('hex').slice(0, 32)
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}
