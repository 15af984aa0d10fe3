import type { FastifyBaseLogger } from 'fastify'
import { type DestinationStream, destination, pino } from 'pino'
import type { Config } from '../config.ts'

/** Whatever is called this is not written, wherever somebody logs an object that has it. */
const secretNames: ReadonlySet<string> = new Set([
  'cookie',
  'set-cookie',
  'authorization',
  'password',
  'pass',
  'secret',
  'token',
  'privateKey',
  'smtpUrl',
])

/** Lines are written together, at the latest after a tenth of a second, and when the process ends. */
const gathering = { minLength: 16_000, periodicFlush: 100 }

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
      formatters: { level: (label) => ({ level: label }), log: (line) => withoutSecrets(line, 2) },
    },
    to,
  )
}

/**
 * At the top of what is logged, and one level below. Errors and what else is no plain object are written by the logger's
 * own rules. Its own redaction copies and walks every line, at five times the cost.
 */
function withoutSecrets(line: object, depth: number): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(line)) {
    kept[name] = secretNames.has(name)
      ? '…'
      : depth > 1 && isPlain(value)
        ? withoutSecrets(value, depth - 1)
        : value
  }
  return kept
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
