import { type AuditRecord, newId } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { logBreakGlass } from './log-break-glass.ts'

describe('saying aloud what happens to accounts for emergencies', () => {
  let world: TestWorld
  let said: unknown[]

  beforeEach(async () => {
    world = await openTestWorld()
    said = []
  })

  afterEach(async () => await world.close())

  const loud = () =>
    logBreakGlass(world.deps.stores, { warn: (...line: readonly unknown[]) => void said.push(line[0]) })
  const record = (activity: string): AuditRecord => ({
    tenantId: 'juniper',
    auditId: newId(world.deps),
    at: world.clock.at,
    correlationId: 'c',
    actor: { kind: 'person', userId: 'rescue' },
    activity,
    target: { kind: 'person', id: 'rescue', name: 'rescue@juniper.example' },
    detail: {},
    ipAddress: '192.0.2.1',
  })

  test('warns of a use, by what leads to it and not by name', async () => {
    await loud().atomically((tx) => tx.audit.append(record('break_glass_used')))
    await loud().audit.append(record('break_glass_unproven'))

    expect(said).toMatchObject([
      { alert: 'break_glass_used', userId: 'rescue', ipAddress: '192.0.2.1' },
      { alert: 'break_glass_unproven' },
    ])
    expect(JSON.stringify(said)).not.toContain('juniper.example')
  })

  test('says nothing of anything else, nor of what was not kept', async () => {
    await loud().audit.append(record('passkey_added'))
    const unit = loud().atomically(async (tx) => {
      await tx.audit.append(record('break_glass_used'))
      throw new Error('no')
    })

    await expect(unit).rejects.toThrow('no')
    expect(said).toEqual([])
  })
})
