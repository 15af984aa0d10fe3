import { newId, type SignInRecord } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { countSignIns } from './count-sign-ins.ts'

const tenantId = '0190a1b2-0000-7000-8000-000000000001'

describe('counting sign-ins', () => {
  let world: TestWorld
  let counted: string[]

  beforeEach(async () => {
    world = await openTestWorld()
    counted = []
  })

  afterEach(async () => await world.close())

  const counting = () =>
    countSignIns(world.deps.stores, {
      countSignIn: ({ outcome, method, code }) => void counted.push(`${outcome} ${method} ${code}`),
    })
  const record = (change: Partial<SignInRecord> = {}): SignInRecord => ({
    tenantId,
    signInId: newId(world.deps),
    at: world.clock.at,
    correlationId: 'c',
    outcome: 'failure',
    code: 'signature_invalid',
    method: 'passkey',
    ipAddress: '192.0.2.1',
    userAgent: '',
    ...change,
  })

  test('counts what was kept, alone or in a unit of work', async () => {
    await counting().signIns.append(record())
    await counting().atomically((tx) => tx.signIns.append(record({ outcome: 'success', code: '' })))

    expect(counted).toEqual(['failure passkey signature_invalid', 'success passkey '])
  })

  test('counts nothing of a unit that failed', async () => {
    const unit = counting().atomically(async (tx) => {
      await tx.signIns.append(record())
      throw new Error('no')
    })

    await expect(unit).rejects.toThrow('no')
    expect(counted).toEqual([])
  })

  test('leaves what browsers report to where it arrives', async () => {
    await counting().signIns.append(record({ outcome: 'interrupted' }))

    expect(counted).toEqual([])
  })
})
