import type { StreamedLog } from '@latchkey/identity'
import type { GraphObject } from '../graph/resource-shape.ts'

/** `authpriv` and `log audit`. */
const facilities: Readonly<Record<StreamedLog, number>> = { signIns: 10, audit: 13 }

const warning = 4
const informational = 6

const messageIds: Readonly<Record<StreamedLog, string>> = { signIns: 'SIGNIN', audit: 'AUDIT' }

/**
 * Write a record as a syslog message, framed by the count of its octets.
 *
 *     length SP <PRI>1 TIMESTAMP HOSTNAME latchkey - SIGNIN|AUDIT - JSON
 *
 * The JSON is ASCII, with escapes, so no mark of UTF-8 is needed before it and no receiver can misread it; nothing in it
 * breaks a line.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5424#section-6
 * @see https://www.rfc-editor.org/rfc/rfc5425#section-4.3
 */
export function writeSyslog(log: StreamedLog, entry: GraphObject, host: string): string {
  const severity = entry['outcome'] === 'failure' ? warning : informational
  const priority = facilities[log] * 8 + severity
  const at = String(entry['createdDateTime'])
  const message = `<${priority}>1 ${at} ${toHostName(host)} latchkey - ${messageIds[log]} - ${toAscii(entry)}`
  return `${message.length} ${message}`
}

/** Printable ASCII, 255 at most. */
function toHostName(host: string): string {
  return host.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 255) || '-'
}

function toAscii(entry: GraphObject): string {
  return JSON.stringify(entry).replaceAll(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
