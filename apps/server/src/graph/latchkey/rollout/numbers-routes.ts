import { Readable } from 'node:stream'
import { noteLogExport } from '@latchkey/identity/administer'
import { leftReasons } from '@latchkey/rollout'
import { writeCsvLine } from '../../../log-export/write-csv.ts'
import { by } from '../../attribution.ts'
import { entity } from '../../graph-answer.ts'
import { pageOf } from '../../graph-page.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphPermissions, GraphRoute } from '../../graph-route.ts'
import { ifGiven } from '../../if-given.ts'
import { requireOwnSite } from '../../require-own-site.ts'
import { listPeopleLeft } from './people-left.ts'
import { readNumbers } from './read-numbers.ts'
import { toFigureRows } from './to-figure-rows.ts'

const names = ['Reports.Read.All', 'AuditLog.Read.All']
const permissions: GraphPermissions = { delegated: names, application: names }
const reading = { permissions, act: 'read reports' } as const
const root = '/latchkey/rollout/numbers'

/** How far a rollout has come, who is left, and what is to be expected. Ours: Graph has no such thing. */
export const numbersRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: root,
    ...reading,
    query: [],
    /** `?deadline=2026-06-01T00:00:00Z&callsPerFailure=0.4` */
    handle: async (call) => entity(call, 'latchkey.rolloutNumbers', await readNumbers(call)),
  },
  {
    method: 'GET',
    path: `${root}/export`,
    ...reading,
    query: [],
    handle: exportNumbers,
  },
  {
    method: 'GET',
    path: '/latchkey/rollout/left',
    ...reading,
    query: ['$top', '$skiptoken'],
    /** `?reason=failed&code=browser_cancelled` */
    async handle(call) {
      const reason = call.query.all.get('reason')
      const known = leftReasons.find((each) => each === reason)
      if (reason !== undefined && known === undefined) {
        throw new GraphRefusal('BadRequest', `'reason' is one of ${leftReasons.join(', ')}.`)
      }
      const asked = { ...ifGiven('reason', known), ...ifGiven('code', call.query.all.get('code')) }
      return await pageOf(call, 'latchkey/rollout/left', await listPeopleLeft(call, asked))
    },
  },
]

/** The figures as they are shown (JSON), or a line for each (CSV). */
async function exportNumbers(call: GraphCall): Promise<GraphAnswer> {
  requireOwnSite(call)
  const format = call.query.all.get('format') ?? 'csv'
  if (format !== 'csv' && format !== 'json') {
    throw new GraphRefusal('BadRequest', "'format' is 'csv' or 'json'.")
  }
  await noteLogExport(call.deps, { ...by(call), log: 'rollout', format, filter: '' })
  const numbers = await readNumbers(call)
  const text =
    format === 'json'
      ? `${JSON.stringify(numbers, undefined, 2)}\n`
      : toFigureRows(numbers)
          .map((row) => writeCsvLine(row))
          .join('')
  const day = call.deps.now().toISOString().slice(0, 10)
  return {
    status: 200,
    headers: {
      'content-disposition': `attachment; filename="rollout-${day}.${format}"`,
      'cross-origin-resource-policy': 'same-origin',
    },
    stream: {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      open: () => Readable.from([text], { objectMode: false }),
    },
  }
}
