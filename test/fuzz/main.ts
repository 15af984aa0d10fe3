import { parseArgs } from 'node:util'
import { fuzzParser } from './fuzz-parser.ts'
import { parsers } from './parsers.ts'

/**
 * `npm run fuzz`: every parser for ten seconds, one after another. `-- --seconds 60` for longer, `-- --only "name"` for
 * those whose name has it, `-- --seed 1` to bring a former run back.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string' }, only: { type: 'string' }, seed: { type: 'string' } },
})
const milliseconds = Number(values.seconds ?? 10) * 1000
const seed = values.seed === undefined ? {} : { seed: Number(values.seed) }

for (const parser of parsers) {
  if (!parser.name.includes(values.only ?? '')) continue
  const { runs, fault } = await fuzzParser(parser, { milliseconds, ...seed })
  console.log(`${fault === undefined ? 'ok' : 'FAULT'}: ${parser.name}, ${runs.toLocaleString('en')} inputs`)
  if (fault === undefined) continue
  console.error(fault)
  process.exitCode = 1
}
