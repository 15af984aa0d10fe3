import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultTenantSettings, type PeopleQuery, readSearchWords, type Stores } from '@latchkey/identity'
import { openStores } from '@latchkey/store'
import { type Latencies, toLatencies } from './latencies.ts'

/** What it takes to find people among many, all that each of them has included, over a SQLite file. */
export interface PeopleFigures {
  readonly people: number
  /** A page of 50 while somebody types a name, letter by letter. */
  readonly search: Latencies
  /** A page of 50 of the list, anywhere in it. */
  readonly page: Latencies
  /** A page of 50 of those a filter leaves, rare ones included. */
  readonly filter: Latencies
}

const tenantId = 'bench'
const now = new Date()

const given = [
  'Ann',
  'Ben',
  'Cléo',
  'Dana',
  'Emil',
  'Fatima',
  'George',
  'Hana',
  'Ivan',
  'Jóhann',
  'Kim',
  'Lena',
]
const family = [
  'Adler',
  'Becker',
  'Castillo',
  'Dubois',
  'Evans',
  'Fischer',
  'García',
  'Horvat',
  'Ito',
  'Jansen',
  'Müller',
]

/** Measure the list of people of the admin centre. */
export async function benchPeople(people = 100_000, rounds = 40): Promise<PeopleFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const stores = await openStores({ database: join(folder, 'latchkey.db') })
  try {
    await fill(stores, people)
    const ask = async (query: Partial<PeopleQuery>) => {
      const begun = performance.now()
      await stores.people.search(tenantId, { words: [], limit: 50, at: now, ...query })
      return performance.now() - begun
    }
    const search: number[] = []
    const page: number[] = []
    const filter: number[] = []
    for (let round = 0; round < rounds; round++) {
      const at = Math.floor((people / rounds) * round)
      const name = displayNameOf(at)
      for (let letters = 1; letters <= name.length; letters += 2) {
        search.push(await ask({ words: readSearchWords(name.slice(0, letters)) }))
      }
      page.push(await ask({ after: userNameOf(at) }))
      for (const each of ['onlyPhishable', 'nothing', 'disabled', 'administrators', 'pass'] as const) {
        filter.push(await ask({ filter: each, after: userNameOf(at) }))
      }
    }
    return { people, search: toLatencies(search), page: toLatencies(page), filter: toLatencies(filter) }
  } finally {
    await stores.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(stores: Stores, people: number): Promise<void> {
  await stores.tenants.insert({
    tenantId,
    displayName: 'Bench',
    settings: defaultTenantSettings,
    demo: false,
    rulesVersion: 0,
    createdAt: now,
  })
  for (let from = 0; from < people; from += 1_000) {
    await stores.atomically(async (tx) => {
      for (let at = from; at < Math.min(people, from + 1_000); at++) {
        const userId = `id-${at}`
        await tx.people.insert({
          tenantId,
          userId,
          userName: userNameOf(at),
          displayName: displayNameOf(at),
          mail: `p${at}@mail.example`,
          enabled: at % 50 !== 0,
          breakGlass: false,
          userHandle: new Uint8Array(randomBytes(49)),
          securityStamp: 's',
          createdAt: now,
        })
        if (at % 997 === 0) continue
        await tx.passwords.put({ tenantId, userId, hash: '$argon2id$bench', changedAt: now })
      }
    })
  }
}

const displayNameOf = (at: number) =>
  `${given[at % given.length]} ${family[Math.floor(at / 3) % family.length]}-${syllables(at)}`
const userNameOf = (at: number) => `${syllables(at)}.${at}@bench.example`

/** Something like a name, another for each number. */
const syllables = (at: number) =>
  ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'zu']
    .map((_, place, all) => all[Math.floor((at * 7919) / 10 ** place) % 10])
    .slice(0, 3)
    .join('')

/** As `npm run bench -- people` prints it. */
export function toPeopleText({ people, search, page, filter }: PeopleFigures): string {
  const line = (what: string, { p50, p95, p99 }: Latencies) =>
    `  ${what.padEnd(34)} p50 ${p50.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`
  return [
    `Finding people among ${people.toLocaleString('en')}, SQLite file, pages of 50 with all that each has`,
    line('search, as somebody types', search),
    line('a page, anywhere in the list', page),
    line('a page of what a filter leaves', filter),
  ].join('\n')
}
