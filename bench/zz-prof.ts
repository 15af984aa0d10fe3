import { mkdtempSync } from 'node:fs'
import { startLatchkey } from './start-latchkey.ts'
import { benchSignIns } from './sign-ins.ts'
const folder = mkdtempSync('/dev/shm/w-')
const c = await startLatchkey(folder, 32, process.env['PROF'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [])
const r = await benchSignIns([c], { warmUpSeconds: 3, runSeconds: 4, rounds: 1, atMost: 100000 })
console.log(JSON.stringify(r, null, 1))
await c.stop()
