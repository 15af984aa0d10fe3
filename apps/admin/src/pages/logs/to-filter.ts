/** What of a log is looked for: it stands in the address of the page, so that it can be sent to somebody. */
export type LogSearch = Readonly<Record<string, string>>

/** How far back is looked. */
export const periods = ['hour', 'day', 'week', 'month', 'everything', 'span'] as const

const hours: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Write what is looked for among sign-ins as a filter of the API. Empty: everything. */
export function toSignInFilter(search: LogSearch, now: Date): string {
  return joined([
    ...spanOf(search, now),
    anyOf(search['person'], ['userPrincipalName', 'userDisplayName'], 'userId'),
    equal('outcome', search['outcome']),
    equal('method', search['method']),
    anyOf(search['app'], ['appDisplayName'], 'appId'),
    anyOf(search['model'], ['model'], 'aaGuid'),
    equal('ipAddress', search['address']),
    equal('country', search['country']?.toUpperCase()),
    equal('code', search['code']),
    equal('correlationId', search['correlation']),
    ruleOf(search['rule']),
    search['wouldFail'] && 'wouldFail eq true',
  ])
}

/** The same among changes. */
export function toAuditFilter(search: LogSearch, now: Date): string {
  return joined([
    ...spanOf(search, now),
    anyOf(search['person'], ['actorName', 'actorUserName'], 'actorId'),
    anyOf(search['target'], ['targetName'], 'targetId'),
    activityOf(search['activity']),
    equal('ipAddress', search['address']),
    equal('correlationId', search['correlation']),
  ])
}

/** A name with underscores is the one the log has; anything else is a part of what it is called. */
function activityOf(text: string | undefined): string | undefined {
  if (!text) return undefined
  if (text.includes('_')) return equal('activity', text)
  const word = quote(text.trim().toLowerCase().replaceAll(' ', '_'))
  return `(contains(activityDisplayName,${quote(text.trim())}) or contains(activity,${word}))`
}

function spanOf(search: LogSearch, now: Date): readonly (string | undefined)[] {
  const { period = 'day', from, until } = search
  if (period === 'span') {
    return [
      from && `createdDateTime ge ${toInstant(from)}`,
      until && `createdDateTime lt ${toInstant(until)}`,
    ]
  }
  const back = hours[period]
  if (back === undefined) return []
  // To the minute: the same question asked again is the same question.
  const since = Math.floor(now.getTime() / 60_000) * 60_000 - back * 3_600_000
  return [`createdDateTime ge ${new Date(since).toISOString()}`]
}

/** What was entered is the person's own time. */
function toInstant(entered: string): string {
  const at = new Date(entered)
  return Number.isNaN(at.getTime()) ? new Date(0).toISOString() : at.toISOString()
}

function anyOf(text: string | undefined, properties: readonly string[], id: string): string | undefined {
  const wanted = text?.trim()
  if (!wanted) return undefined
  if (uuid.test(wanted)) return `${id} eq ${quote(wanted)}`
  const tests = properties.map((property) => `contains(${property},${quote(wanted)})`)
  return tests.length === 1 ? tests[0] : `(${tests.join(' or ')})`
}

/** A rule by its id, or by a part of its name. */
function ruleOf(text: string | undefined): string | undefined {
  const wanted = anyOf(text, ['r/displayName'], 'r/id')
  return wanted && `rules/any(r:${wanted})`
}

function equal(property: string, value: string | undefined): string | undefined {
  const wanted = value?.trim()
  return wanted ? `${property} eq ${quote(wanted)}` : undefined
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join(' and ')
}
