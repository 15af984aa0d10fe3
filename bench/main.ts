/**
 * `npm run bench`: how fast passkey sign-ins are here, beside the least they can cost, and the least they can cost whoever
 * keeps a session and a log. `-- --json` for machines,
 * `-- --quick` for a first impression in half a minute; `-- people` for how long it takes to find somebody among many;
 * `-- export` for how sign-ins fare while a million rows of the log are exported; `-- tunnels` for what idle tunnels
 * take and how many messages go through; `-- authenticator` for what the other end of a sign-in costs.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { authenticatorToText, benchAuthenticator } from './authenticator.ts'
import type { Contestant } from './contestant.ts'
import { benchExport, exportToText } from './export.ts'
import { benchLockOut } from './lock-out.ts'
import { benchPeople, toPeopleText } from './people.ts'
import { benchPolicy } from './policy.ts'
import { toReport, toText } from './report.ts'
import { benchSignIns, type Extent } from './sign-ins.ts'
import { startFloor, startKeeping } from './start-floor.ts'
import { startLatchkey } from './start-latchkey.ts'
import { benchGroupCommit } from './store.ts'
import { benchTunnels, tunnelsToText } from './tunnels.ts'
import { benchVerify } from './verify.ts'

const whole: Extent = { warmUpSeconds: 4, runSeconds: 2.5, rounds: 3, atMost: 30_000 }
const quick: Extent = { warmUpSeconds: 1.5, runSeconds: 1, rounds: 1, atMost: 5_000 }

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    people: { type: 'string', default: '256' },
    /** A folder: Node writes there where our server's time went. */
    profile: { type: 'string' },
  },
})

if (positionals.includes('people')) {
  const figures = await benchPeople(options.quick ? 10_000 : undefined)
  console.log(options.json ? JSON.stringify(figures, undefined, 2) : toPeopleText(figures))
  process.exit()
}

if (positionals[0] === 'export') {
  const figures = await benchExport(options.quick ? { rows: 50_000, users: 8, aloneSeconds: 3 } : undefined)
  console.log(options.json ? JSON.stringify(figures, undefined, 2) : exportToText(figures))
  process.exit()
}

if (positionals[0] === 'authenticator') {
  const figures = await benchAuthenticator(options.quick ? { ceremonies: 10, assertions: 50 } : undefined)
  console.log(options.json ? JSON.stringify(figures, undefined, 2) : authenticatorToText(figures))
  process.exit()
}

if (positionals[0] === 'tunnels') {
  const figures = await benchTunnels(options.quick ? { tunnels: 500, joined: 500, busy: 10 } : undefined)
  console.log(options.json ? JSON.stringify(figures, undefined, 2) : tunnelsToText(figures))
  process.exit()
}

const profiling = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`]
const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
const contestants: Contestant[] = []
try {
  contestants.push(await startFloor(folder, Number(options.people)))
  contestants.push(await startKeeping(folder, Number(options.people)))
  contestants.push(await startLatchkey(folder, Number(options.people), profiling))
  const servers = await benchSignIns(contestants, options.quick ? quick : whole)
  const verify = await benchVerify()
  const groupCommit = await benchGroupCommit(options.quick ? { runMillis: 200, rounds: 1 } : undefined)
  const policy = benchPolicy(options.quick ? 2_000 : undefined)
  const lockOut = await benchLockOut(options.quick ? 2_000 : undefined)
  const report = toReport(servers, { verify, groupCommit, policy, lockOut })
  console.log(options.json ? JSON.stringify(report, undefined, 2) : toText(report))
} finally {
  await Promise.all(contestants.map((contestant) => contestant.stop()))
  rmSync(folder, { recursive: true, force: true })
}
