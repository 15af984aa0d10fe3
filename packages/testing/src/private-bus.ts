import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A D-Bus that nobody else is on. */
export interface PrivateBus {
  readonly address: string
  stop(): Promise<void>
}

/** Start one. Whoever is on it may do everything. */
export async function startPrivateBus(): Promise<PrivateBus> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bus-'))
  const address = `unix:path=${join(folder, 'socket')}`
  const configuration = join(folder, 'bus.conf')
  writeFileSync(
    configuration,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  )
  const daemon = spawn('dbus-daemon', [`--config-file=${configuration}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  // Its address is said when it listens.
  await Promise.race([
    once(daemon.stdout, 'data'),
    once(daemon, 'exit').then(() => {
      throw new Error('the bus ended at once')
    }),
  ])
  return {
    address,
    async stop() {
      await stopChild(daemon)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** End a process that a story started, and wait until it is gone. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}
