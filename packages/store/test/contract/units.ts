import { describe, expect, test } from 'vitest'
import { aPerson, aSession, aTenant, bytes, contoso, later, now, type Open } from './world.ts'

/** What a unit of work must be, whatever is underneath. */
export function unitsContract(open: Open): void {
  describe('doing a unit of work', () => {
    test('keeps all of it or nothing', async () => {
      const { stores } = await contoso(open)

      const failed = stores.atomically(async (tx) => {
        await tx.sessions.insert(aSession(), bytes(32, 1))
        await tx.people.putLastMethod('contoso', 'id-of-ann', 'passkey')
        throw new Error('changed my mind')
      })

      await expect(failed).rejects.toThrow('changed my mind')
      expect(await stores.sessions.find('contoso', 'session-1')).toBeUndefined()
      expect((await stores.people.find('contoso', 'id-of-ann'))?.lastMethod).toBeUndefined()
    })

    test('gives what the unit returns, and sees its own writes', async () => {
      const { stores } = await contoso(open)

      const seen = await stores.atomically(async (tx) => {
        await tx.sessions.insert(aSession(), bytes(32, 1))
        return tx.sessions.find('contoso', 'session-1')
      })

      expect(seen).toEqual(aSession())
    })

    test('one that throws rolls back alone: its neighbours are kept', async () => {
      const { stores } = await contoso(open)

      const all = await Promise.allSettled(
        Array.from({ length: 9 }, (_, n) =>
          stores.atomically(async (tx) => {
            await tx.sessions.insert(aSession({ sessionId: `s${n}` }), bytes(32, n))
            if (n % 3 === 1) throw new Error(`no ${n}`)
          }),
        ),
      )

      const kept = await stores.sessions.listOfPerson('contoso', 'id-of-ann', now)
      expect(kept.map((session) => session.sessionId).toSorted()).toEqual([
        's0',
        's2',
        's3',
        's5',
        's6',
        's8',
      ])
      expect(all.map((each) => each.status === 'fulfilled')).toEqual(
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => n % 3 !== 1),
      )
    })

    test('a fault inside dooms it, even if it is caught', async () => {
      const { stores } = await contoso(open)

      const doomed = stores.atomically(async (tx) => {
        await tx.throttle.take('contoso', 'before', now, 60)
        await tx.sessions.insert(aSession({ userId: 'nobody' }), bytes(32, 1)).catch(() => {})
      })

      await expect(doomed).rejects.toThrow()
      expect((await stores.throttle.take('contoso', 'before', now, 60)).attempts).toBe(1)
    })

    test('a refusal inside may be caught', async () => {
      const { stores } = await contoso(open)

      await stores.atomically(async (tx) => {
        await tx.people.insert(aPerson('ann')).catch(() => {})
        await tx.people.insert(aPerson('cleo'))
      })

      expect(await stores.people.find('contoso', 'id-of-cleo')).toBeDefined()
    })

    test('what goes on after its end can write nothing', async () => {
      const { stores } = await contoso(open)
      let late: Promise<void> | undefined

      await stores.atomically(async (tx) => {
        await tx.people.putLastMethod('contoso', 'id-of-ann', 'totp')
        late = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
          tx.people.putLastMethod('contoso', 'id-of-ann', 'password'),
        )
        late.catch(() => {})
      })

      await expect(late).rejects.toMatchObject({ name: 'UnitOver' })
      expect((await stores.people.find('contoso', 'id-of-ann'))?.lastMethod).toBe('totp')
    })

    test('what it began and did not await belongs to it', async () => {
      const { stores } = await contoso(open)

      await stores.atomically(async (tx) => {
        tx.people.putLastMethod('contoso', 'id-of-ann', 'totp')
      })

      expect((await stores.people.find('contoso', 'id-of-ann'))?.lastMethod).toBe('totp')
    })

    test('many that count one thing at once lose no count', async () => {
      const { stores } = await contoso(open)

      await Promise.all(
        Array.from({ length: 12 }, () =>
          stores.atomically(async (tx) => {
            const seen = Number((await tx.instance.find('count')) ?? '0')
            await tx.instance.put('count', String(seen + 1))
          }),
        ),
      )

      expect(await stores.instance.find('count')).toBe('12')
    })

    test('reads outside see only what is committed', async () => {
      const { stores } = await contoso(open)
      let during: unknown

      await stores.atomically(async (tx) => {
        await tx.tenants.insert(aTenant({ tenantId: 'fabrikam', createdAt: later(1) }))
        during = await stores.tenants.find('fabrikam')
      })

      expect(during).toBeUndefined()
      expect(await stores.tenants.find('fabrikam')).toBeDefined()
    })
  })
}
