import type { FastifyBaseLogger } from 'fastify'
import { type DestinationStream, destination, pino } from 'pino'
import type { Config } from '../config.ts'

/** Whatever is called this is not written, wherever somebody logs an object that has it. */
const secretNames = [
  'cookie',
  'set-cookie',
  'authorization',
  'password',
  'pass',
  'secret',
  'token',
  'privateKey',
  'smtpUrl',
]

/** Lines are written together, at the latest after a tenth of a second, and when the process ends. */
const gathering = { minLength: 4096, periodicFlush: 100 }

/**
 * Write the log: a line of JSON each. It goes to standard error; standard output is for what is said to people.
 *
 * We do not log headers, bodies or query values at all; what is named here is the second net.
 */
export function jsonLog(
  level: Config['logLevel'],
  to: DestinationStream = destination({ dest: 2, sync: false, ...gathering }),
): FastifyBaseLogger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretNames.flatMap(toPaths), censor: '…' },
    },
    to,
  )
}

/** At the top of what is logged, and one level below. */
function toPaths(name: string): readonly string[] {
  return /^\w+$/.test(name) ? [name, `*.${name}`] : [`["${name}"]`, `*["${name}"]`]
}
