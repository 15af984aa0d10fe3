import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Deps, newId, permitApp, type SignInRecord, type Tenant } from '@latchkey/identity'
import { addApp } from '@latchkey/identity/administer'
import type { Contestant } from './contestant.ts'
import { type Latencies, toLatencies } from './latencies.ts'
import { findProcessFigures } from './process-figures.ts'
import { startGenerator } from './sign-ins.ts'
import { startLatchkey } from './start-latchkey.ts'

/** How sign-ins fare while a whole log is exported. */
export interface ExportFigures {
  readonly rows: number
  readonly users: number
  readonly seconds: number
  readonly megabytes: number
  /** The most memory the server took, all in all. 0 where the system does not tell. */
  readonly peakMegabytes: number
  readonly alone: Latencies & { readonly perSecond: number }
  readonly meanwhile: Latencies & { readonly perSecond: number }
}

/** How much to measure. */
export interface ExportExtent {
  readonly rows: number
  readonly users: number
  readonly aloneSeconds: number
}

const lineFeed = 0x0a

const wholeExport: ExportExtent = { rows: 1_000_000, users: 8, aloneSeconds: 10 }

interface Exporter {
  readonly tenantId: string
  readonly clientId: string
  readonly secret: string
}

/**
 * Export a log of a million sign-ins over HTTP while people sign in, and compare how long they wait with how long they wait
 * otherwise. The server runs on every core, as it would; the load has none of its own.
 */
export async function benchExport(extent: ExportExtent = wholeExport): Promise<ExportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const filled: { exporter?: Exporter } = {}
  const server = await startLatchkey(folder, 64, [], {
    anyCore: true,
    async prepare(deps, tenant) {
      await fillLog(deps, tenant, extent.rows)
      filled.exporter = await addExporter(deps, tenant)
    },
  })
  const generator = await startGenerator([server])
  const run = async (seconds: number) => {
    const { users } = extent
    const task = { way: server.way, port: server.port, users, seconds, atMost: 1_000_000 }
    const result = await generator.run(task)
    if (result.errors > 0) throw new Error(`a sign-in failed: ${result.firstError}`)
    return result
  }
  try {
    await run(3)
    const alone = await run(extent.aloneSeconds)
    const began = performance.now()
    let isOver = false
    const exporting = takeExport(server, filled.exporter).finally(() => {
      isOver = true
    })
    const milliseconds: number[] = []
    let signingSeconds = 0
    do {
      const slice = await run(2)
      milliseconds.push(...slice.milliseconds)
      signingSeconds += slice.seconds
    } while (!isOver)
    const { rows, bytes, endedAt } = await exporting
    return {
      rows,
      users: extent.users,
      seconds: (endedAt - began) / 1000,
      megabytes: bytes / 1_000_000,
      peakMegabytes: findProcessFigures(server.process.pid ?? 0)?.peakMegabytes ?? 0,
      alone: {
        ...toLatencies(alone.milliseconds),
        perSecond: alone.milliseconds.length / alone.seconds,
      },
      meanwhile: { ...toLatencies(milliseconds), perSecond: milliseconds.length / signingSeconds },
    }
  } finally {
    await generator.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Write the figures down for people. */
export function exportToText(figures: ExportFigures): string {
  const { rows, users, seconds, megabytes, peakMegabytes, alone, meanwhile } = figures
  const line = (name: string, of: ExportFigures['alone']) =>
    `${name.padEnd(20)} p50 ${of.p50.toFixed(2)} ms, p95 ${of.p95.toFixed(2)} ms, p99 ${of.p99.toFixed(2)} ms, ${of.perSecond.toFixed(0)} a second`
  return [
    `exporting ${rows} sign-ins: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB; the server took ${peakMegabytes.toFixed(0)} MB at most`,
    `passkey sign-ins of ${users} people at once`,
    line('  with no export', alone),
    line('  during the export', meanwhile),
  ].join('\n')
}

async function takeExport({ port }: Contestant, exporter: Exporter | undefined) {
  if (exporter === undefined) throw new Error('nobody may export')
  const { tenantId, clientId, secret } = exporter
  const origin = `http://localhost:${port}`
  const granted = await fetch(`${origin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token: token } = await granted.json()
  const answer = await fetch(`${origin}/v1.0/latchkey/logs/signIns/export?format=jsonl`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok || answer.body === null) throw new Error(`the export was answered with ${answer.status}`)
  let rows = 0
  let bytes = 0
  for await (const piece of answer.body) {
    bytes += piece.length
    for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, at + 1)) rows++
  }
  return { rows, bytes, endedAt: performance.now() }
}

async function addExporter(deps: Deps, { tenantId }: Tenant): Promise<Exporter> {
  const actor = { kind: 'operator' } as const
  const named = { tenantId, displayName: 'Export', actor }
  const { app, secret = '' } = await addApp(deps, {
    ...named,
    kind: 'daemon',
    redirectUris: [],
    consent: 'none',
  })
  const { clientId } = app
  await permitApp(deps, { tenantId, clientId, permissions: ['AuditLog.Read.All'], actor })
  return { tenantId, clientId, secret }
}

async function fillLog({ stores }: Deps, { tenantId }: Tenant, rows: number): Promise<void> {
  const random = (length: number) => new Uint8Array(randomBytes(length))
  const end = Date.now()
  for (let from = 0; from < rows; from += 2_000) {
    await stores.atomically(async (tx) => {
      for (let at = from; at < Math.min(rows, from + 2_000); at++) {
        const then = new Date(end - (rows - at) * 100)
        await tx.signIns.append(aSignIn(tenantId, at, newId({ now: () => then, random }), then))
      }
    })
  }
}

function aSignIn(tenantId: string, at: number, signInId: string, then: Date): SignInRecord {
  const person = String(at % 5_000).padStart(12, '0')
  return {
    tenantId,
    signInId,
    at: then,
    correlationId: signInId,
    outcome: at % 20 === 0 ? 'failure' : 'success',
    code: at % 20 === 0 ? 'sign_in_failed' : '',
    method: at % 3 === 0 ? 'password' : 'passkey',
    userId: `00000000-0000-7000-8000-${person}`,
    userName: `person${at % 5_000}@bench.example`,
    ...(at % 3 !== 0 && { aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a', backupEligible: false }),
    strength: 'phishingResistant',
    ipAddress: `203.0.113.${at % 250}`,
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
  }
}
