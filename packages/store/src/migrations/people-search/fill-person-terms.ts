import { toSearchTerms } from '@latchkey/identity'
import type { Kysely } from 'kysely'
import type { Schema } from '../../schema.ts'

const atOnce = 500

/** Write down the terms of everybody who was there before there were any. */
export async function fillPersonTerms(db: Kysely<Schema>): Promise<void> {
  let after: { readonly tenantId: string; readonly userId: string } | undefined
  do {
    const people = await readSome(db, after)
    const rows = people.flatMap((person) =>
      toSearchTerms({
        displayName: person.display_name,
        userName: person.user_name,
        ...(person.given_name !== null && { givenName: person.given_name }),
        ...(person.surname !== null && { surname: person.surname }),
        ...(person.mail !== null && { mail: person.mail }),
      }).map((term) => ({
        tenant_id: person.tenant_id,
        term,
        user_name: person.user_name,
        user_id: person.user_id,
      })),
    )
    for (let at = 0; at < rows.length; at += atOnce) {
      await db
        .insertInto('person_term')
        .values(rows.slice(at, at + atOnce))
        .execute()
    }
    const last = people.at(-1)
    after =
      people.length < atOnce || last === undefined
        ? undefined
        : { tenantId: last.tenant_id, userId: last.user_id }
  } while (after !== undefined)
}

async function readSome(
  db: Kysely<Schema>,
  after: { readonly tenantId: string; readonly userId: string } | undefined,
) {
  const people = db
    .selectFrom('person')
    .select(['tenant_id', 'user_id', 'user_name', 'display_name', 'given_name', 'surname', 'mail'])
    .orderBy('tenant_id')
    .orderBy('user_id')
    .limit(atOnce)
  if (after === undefined) return await people.execute()
  const { tenantId, userId } = after
  return await people
    .where((e) =>
      e.or([
        e('tenant_id', '>', tenantId),
        e.and([e('tenant_id', '=', tenantId), e('user_id', '>', userId)]),
      ]),
    )
    .execute()
}
