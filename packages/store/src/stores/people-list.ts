import type { ListedPerson, PeopleFilter, PeoplePage, PeopleQuery } from '@latchkey/identity'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, ifPresent, present, toInstant } from '../rows.ts'
import type { PersonTable, Schema } from '../schema.ts'
import type { Builder } from '../statement.ts'
import { passkeyAtHand } from './passkey-at-hand.ts'
import { toPerson } from './person-row.ts'

/** So many are looked at for a page when nothing but a condition says who belongs to it; the next page goes on there. */
const walkedAtMost = 5_000

/** A word is common if so many terms begin with it. */
const commonFrom = 2_000

/** Comes after every text that begins with the same characters. */
const last = '\u{10FFFF}'

/** Who may be on the page: by words, or everybody in turn. */
type Candidate = { tenant_id: string; user_id: string; user_name: string }
type WithCandidate = Schema & { candidate: Candidate }
type Candidates = SelectQueryBuilder<WithCandidate, 'candidate', object>

/** `rare`: the word by which they are found; without one, people are walked through. */
type Asked = PeopleQuery & { readonly tenantId: string; readonly rare: string | undefined }

/**
 * List people and what they have, by user name: one statement, with a short one before it for each word that may be common,
 * and after it where a page ended before it was full.
 */
export async function listPeople(db: Database, tenantId: string, query: PeopleQuery): Promise<PeoplePage> {
  const asked = { ...query, tenantId, rare: await findRareWord(db, tenantId, query.words) }
  const rows = await db.query((builder) => pageOf(builder, asked))
  const people = rows.slice(0, query.limit).map(toListed)
  const after = rows.length > query.limit ? people.at(-1)?.person.userName : await whereWalkEnded(db, asked)
  return { people, ...(after !== undefined && { after }) }
}

/**
 * A word that is rare finds its people at once. Where all are common, such as first letters, people who have them are soon
 * met by walking; to find everybody who has one, and sort them, would be slow.
 */
async function findRareWord(
  db: Database,
  tenantId: string,
  words: readonly string[],
): Promise<string | undefined> {
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const [counted] = await db.query((builder) =>
      builder
        .selectFrom(
          builder
            .selectFrom('person_term')
            .select('person_term.term')
            .where('person_term.tenant_id', '=', tenantId)
            .where('person_term.term', '>=', word)
            .where('person_term.term', '<', `${word}${last}`)
            .limit(commonFrom)
            .as('some'),
        )
        .select((e) => e.fn.countAll<number>().as('terms')),
    )
    if (counted?.terms !== commonFrom) return word
  }
  return undefined
}

function pageOf(builder: Builder, asked: Asked) {
  const { tenantId, limit, at } = asked
  const now = toInstant(at)
  const chosen = narrowed(candidates(builder, asked), asked)
    .select(['candidate.tenant_id', 'candidate.user_id', 'candidate.user_name'])
    .orderBy('candidate.user_name')
    .limit(limit + 1)
  return builder
    .selectFrom(chosen.as('page'))
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'page.tenant_id').onRef('person.user_id', '=', 'page.user_id'),
    )
    .leftJoin('temporary_access_pass as pass', (join) =>
      join
        .onRef('pass.tenant_id', '=', 'page.tenant_id')
        .onRef('pass.user_id', '=', 'page.user_id')
        .on('pass.expires_at', '>', now)
        .on((e) => e.or([e('pass.once', '=', 0), e('pass.used_at', 'is', null)])),
    )
    .selectAll('person')
    .select(['pass.once', 'pass.starts_at', 'pass.expires_at'])
    .select((e) => [
      e
        .selectFrom('credential')
        .select((c) => c.fn.countAll<number>().as('n'))
        .where('credential.tenant_id', '=', tenantId)
        .whereRef('credential.user_id', '=', 'page.user_id')
        .where(passkeyAtHand())
        .as('passkeys'),
      e
        .selectFrom('credential')
        .select((c) => c.fn.countAll<number>().as('n'))
        .where('credential.tenant_id', '=', tenantId)
        .whereRef('credential.user_id', '=', 'page.user_id')
        .where('credential.backup_eligible', '=', 0)
        .where(passkeyAtHand())
        .as('device_bound'),
      e
        .selectFrom('password')
        .select((c) => c.fn.countAll<number>().as('n'))
        .where('password.tenant_id', '=', tenantId)
        .whereRef('password.user_id', '=', 'page.user_id')
        .as('passwords'),
      e
        .selectFrom('totp')
        .select((c) => c.fn.countAll<number>().as('n'))
        .where('totp.tenant_id', '=', tenantId)
        .whereRef('totp.user_id', '=', 'page.user_id')
        .as('totps'),
      e
        .selectFrom('administrator_role')
        .select((c) => c.fn.countAll<number>().as('n'))
        .where('administrator_role.tenant_id', '=', tenantId)
        .whereRef('administrator_role.user_id', '=', 'page.user_id')
        .as('roles'),
      e
        .selectFrom('sign_in')
        .select('sign_in.at')
        .where('sign_in.tenant_id', '=', tenantId)
        .whereRef('sign_in.user_id', '=', 'page.user_id')
        .where('sign_in.outcome', '=', 'success')
        .orderBy('sign_in.sign_in_id', 'desc')
        .limit(1)
        .as('last_sign_in_at'),
    ])
    .orderBy('page.user_name')
}

/** Whoever has a term that begins with the rare word, and all the others; or everybody who has all of them, in turn. */
function candidates(builder: Builder, asked: Asked): Candidates {
  const { tenantId, words, after = '', rare } = asked
  if (rare === undefined) {
    const everybody = builder.selectFrom(walked(builder, asked).as('candidate')).select([])
    return words.reduce((some, word) => some.where((e) => hasTerm(e, tenantId, word)), everybody)
  }
  let found = builder
    .selectFrom('person_term')
    .select(['person_term.tenant_id', 'person_term.user_id', 'person_term.user_name'])
    .distinct()
    .where('person_term.tenant_id', '=', tenantId)
    .where('person_term.term', '>=', rare)
    .where('person_term.term', '<', `${rare}${last}`)
    .where('person_term.user_name', '>', after)
  for (const word of words.filter((each) => each !== rare)) {
    found = found.where((e) =>
      e.exists(
        e
          .selectFrom('person_term as other')
          .select('other.term')
          .where('other.tenant_id', '=', tenantId)
          .whereRef('other.user_id', '=', 'person_term.user_id')
          .where('other.term', '>=', word)
          .where('other.term', '<', `${word}${last}`),
      ),
    )
  }
  return builder.selectFrom(found.as('candidate')).select([])
}

function walked(builder: Builder, asked: Asked) {
  const { tenantId, filter, after = '', limit } = asked
  const query = builder
    .selectFrom('person')
    .select(['tenant_id', 'user_id', 'user_name'])
    .where('tenant_id', '=', tenantId)
    .where('user_name', '>', after)
    .orderBy('user_name')
    .limit(takesEverybody(asked) ? limit + 1 : walkedAtMost)
  // Written out: an index that holds these alone is used for nothing but its very condition.
  return filter === 'disabled' ? query.where('enabled', '=', sql.lit(0)) : query
}

const takesEverybody = ({ words, filter, groupId }: Asked): boolean =>
  words.length === 0 && filter === undefined && groupId === undefined

/** Where the walk ended, if it did so before there was nobody left. */
async function whereWalkEnded(db: Database, asked: Asked): Promise<string | undefined> {
  if (asked.rare !== undefined || takesEverybody(asked)) return undefined
  const [end] = await db.query((builder) =>
    builder
      .selectFrom(walked(builder, asked).as('walked'))
      .select((e) => [e.fn.countAll<number>().as('people'), e.fn.max('walked.user_name').as('user_name')]),
  )
  return end?.people === walkedAtMost ? end.user_name : undefined
}

type OfCandidate = ExpressionBuilder<WithCandidate, 'candidate'>

function narrowed(query: Candidates, { tenantId, filter, groupId, at }: Asked): Candidates {
  const inGroup =
    groupId === undefined
      ? query
      : query.where((e) =>
          e.exists(
            e
              .selectFrom('group_member')
              .select('group_member.user_id')
              .where('group_member.tenant_id', '=', tenantId)
              .where('group_member.group_id', '=', groupId)
              .whereRef('group_member.user_id', '=', 'candidate.user_id'),
          ),
        )
  return filter === undefined ? inGroup : inGroup.where((e) => conditions[filter](e, tenantId, toInstant(at)))
}

const hasTerm = (e: OfCandidate, tenantId: string, word: string) =>
  e.exists(
    e
      .selectFrom('person_term')
      .select('person_term.term')
      .where('person_term.tenant_id', '=', tenantId)
      .whereRef('person_term.user_id', '=', 'candidate.user_id')
      .where('person_term.term', '>=', word)
      .where('person_term.term', '<', `${word}${last}`),
  )
const hasPasskey = (e: OfCandidate, tenantId: string) =>
  e.exists(
    e
      .selectFrom('credential')
      .select('credential.user_id')
      .where('credential.tenant_id', '=', tenantId)
      .whereRef('credential.user_id', '=', 'candidate.user_id')
      .where(passkeyAtHand()),
  )
const hasPassword = (e: OfCandidate, tenantId: string) =>
  e.exists(
    e
      .selectFrom('password')
      .select('password.user_id')
      .where('password.tenant_id', '=', tenantId)
      .whereRef('password.user_id', '=', 'candidate.user_id'),
  )
const hasCodes = (e: OfCandidate, tenantId: string) =>
  e.exists(
    e
      .selectFrom('totp')
      .select('totp.user_id')
      .where('totp.tenant_id', '=', tenantId)
      .whereRef('totp.user_id', '=', 'candidate.user_id'),
  )
const hasRole = (e: OfCandidate, tenantId: string) =>
  e.exists(
    e
      .selectFrom('administrator_role')
      .select('administrator_role.user_id')
      .where('administrator_role.tenant_id', '=', tenantId)
      .whereRef('administrator_role.user_id', '=', 'candidate.user_id'),
  )

const conditions: Readonly<
  Record<PeopleFilter, (e: OfCandidate, tenantId: string, now: number) => ReturnType<OfCandidate['and']>>
> = {
  nothing: (e, tenantId) =>
    e.and([e.not(hasPasskey(e, tenantId)), e.not(hasPassword(e, tenantId)), e.not(hasCodes(e, tenantId))]),
  onlyPhishable: (e, tenantId) =>
    e.and([e.not(hasPasskey(e, tenantId)), e.or([hasPassword(e, tenantId), hasCodes(e, tenantId)])]),
  administrators: (e, tenantId) => e.and([hasRole(e, tenantId)]),
  disabled: (e, tenantId) =>
    e.and([
      e.exists(
        e
          .selectFrom('person as off')
          .select('off.user_id')
          .where('off.tenant_id', '=', tenantId)
          .whereRef('off.user_id', '=', 'candidate.user_id')
          .where('off.enabled', '=', 0),
      ),
    ]),
  pass: (e, tenantId, now) =>
    e.and([
      e.exists(
        e
          .selectFrom('temporary_access_pass as waiting')
          .select('waiting.user_id')
          .where('waiting.tenant_id', '=', tenantId)
          .whereRef('waiting.user_id', '=', 'candidate.user_id')
          .where('waiting.expires_at', '>', now)
          .where((w) => w.or([w('waiting.once', '=', 0), w('waiting.used_at', 'is', null)])),
      ),
    ]),
}

interface Row extends PersonTable {
  readonly passkeys: number | null
  readonly device_bound: number | null
  readonly passwords: number | null
  readonly totps: number | null
  readonly roles: number | null
  readonly once: number | null
  readonly starts_at: number | null
  readonly expires_at: number | null
  readonly last_sign_in_at: number | null
}

function toListed(row: Row): ListedPerson {
  const { once, starts_at, expires_at } = row
  const pass =
    once === null || starts_at === null || expires_at === null
      ? null
      : { once: fromFlag(once), startsAt: fromInstant(starts_at), expiresAt: fromInstant(expires_at) }
  return {
    person: toPerson(row),
    passkeys: row.passkeys ?? 0,
    deviceBound: row.device_bound ?? 0,
    password: (row.passwords ?? 0) > 0,
    totp: (row.totps ?? 0) > 0,
    administers: (row.roles ?? 0) > 0,
    ...present({ pass, lastSignInAt: ifPresent(row.last_sign_in_at, fromInstant) }),
  }
}
