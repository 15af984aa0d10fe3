import type { KeptRule } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import {
  aContext,
  aDevice,
  anAcceptance,
  aRule,
  aRuleChange,
  aSignIn,
  contoso,
  later,
  type Open,
} from './world.ts'

const terms: KeptRule<'terms'> = {
  kind: 'terms',
  id: aRule.id,
  document: {
    id: aRule.id,
    createdDateTime: '2026-03-01T09:00:00.000Z',
    modifiedDateTime: null,
    displayName: 'Terms',
    isPerDeviceAcceptanceRequired: false,
    isViewingBeforeAcceptanceRequired: true,
    userReacceptRequiredFrequency: null,
    latchkey_version: 1,
    files: [],
  },
}

/** What the store of rules must do. */
export function rulesContract(open: Open): void {
  describe('keeping rules', () => {
    test('keeps a document under its kind and id, and replaces it', async () => {
      const { stores } = await contoso(open)
      await stores.rules.put('contoso', aRule)
      await stores.rules.put('contoso', terms)

      await stores.rules.put('contoso', { ...aRule, document: aContext('Other keys') })

      expect(await stores.rules.list('contoso')).toEqual([
        { ...aRule, document: aContext('Other keys') },
        terms,
      ])
      await stores.rules.remove('contoso', aRule.kind, aRule.id)
      expect(await stores.rules.list('contoso')).toHaveLength(1)
    })

    test('lets one of many who decided on the same version raise it', async () => {
      const { stores } = await contoso(open)
      expect((await stores.tenants.find('contoso'))?.rulesVersion).toBe(0)

      const raised = await Promise.all(
        Array.from({ length: 5 }, () => stores.rules.raiseVersion('contoso', 0)),
      )

      expect(raised.filter(Boolean)).toHaveLength(1)
      expect((await stores.tenants.find('contoso'))?.rulesVersion).toBe(1)
      expect(await stores.rules.raiseVersion('contoso', 2)).toBe(false)
    })

    test('of two changes at once, each in its unit, one is kept', async () => {
      const { stores } = await contoso(open)
      const change = (mark: string) =>
        stores.atomically(async (tx) => {
          const tenant = await tx.tenants.find('contoso')
          const mine = tenant?.rulesVersion === 0 && (await tx.rules.raiseVersion('contoso', 0))
          if (!mine) throw new Error('somebody else was first')
          await tx.rules.put('contoso', { ...aRule, document: aContext(mark) })
          await tx.rules.appendChange(aRuleChange({ after: aContext(mark) }))
        })

      const both = await Promise.allSettled([change('one'), change('other')])

      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const [kept] = await stores.rules.list('contoso')
      const history = await stores.rules.listChanges('contoso', { limit: 9 })
      expect(history.map(({ after }) => after)).toEqual([kept?.document])
    })
  })

  describe('keeping the history of rules', () => {
    test('lists newest first, between versions and of one document', async () => {
      const { stores } = await contoso(open)
      const first = aRuleChange({ actor: { kind: 'app', clientId: 'script' } })
      const second = aRuleChange({
        version: 2,
        before: aContext('Keys'),
        after: aContext('x'),
        at: later(1),
      })
      const third = aRuleChange({ version: 3, kind: 'namedLocation', id: 'place-1' })
      const { after: _, ...removal } = aRuleChange({ version: 10, before: aContext('x') })
      for (const change of [first, second, third, removal]) await stores.rules.appendChange(change)

      expect(await stores.rules.listChanges('contoso', { limit: 2 })).toEqual([removal, third])
      expect(await stores.rules.listChanges('contoso', { limit: 9, before: 3 })).toEqual([second, first])
      expect(await stores.rules.listChanges('contoso', { limit: 9, after: 2 })).toEqual([removal, third])
      const ofOne = { limit: 9, kind: aRule.kind, id: aRule.id }
      expect(await stores.rules.listChanges('contoso', ofOne)).toEqual([removal, second, first])
      expect(await stores.rules.listEnds('contoso', {})).toEqual([removal, third, first])
      expect(await stores.rules.listEnds('contoso', { ...aRule, after: 1, before: 3 })).toEqual([second])
    })

    test('keeps one change of a document in a version', async () => {
      const { stores } = await contoso(open)
      await stores.rules.appendChange(aRuleChange())

      await expect(stores.rules.appendChange(aRuleChange({ after: aContext('x') }))).rejects.toThrow()
    })
  })

  describe('keeping what a sign-in was decided by', () => {
    test('gives it back as it was', async () => {
      const { stores } = await contoso(open)
      const refused = { profileId: 'p1', name: 'Keys', because: 'model_not_allowed' }
      const decision = { method: { allowed: false, because: 'no_profile', profiles: [refused] } }
      await stores.signIns.append(aSignIn({ decision }))

      expect(await stores.signIns.list('contoso', { limit: 1 })).toEqual([aSignIn({ decision })])
    })
  })

  describe('keeping what people said to terms of use', () => {
    test('tells the last time each edition was accepted, and nothing that was declined', async () => {
      const { stores } = await contoso(open)
      await stores.acceptances.append(anAcceptance())
      await stores.acceptances.append(anAcceptance({ acceptanceId: 'acceptance-2', at: later(60) }))
      await stores.acceptances.append(
        anAcceptance({ acceptanceId: 'acceptance-3', version: 2, state: 'declined' }),
      )
      await stores.acceptances.append(anAcceptance({ acceptanceId: 'acceptance-4', termsId: 'terms-2' }))

      expect(await stores.acceptances.listAccepted('contoso', 'id-of-ann')).toEqual([
        { termsId: 'terms-1', version: 1, at: later(60) },
        { termsId: 'terms-2', version: 1, at: anAcceptance().at },
      ])
      expect(await stores.acceptances.listAccepted('contoso', 'nobody')).toEqual([])
    })

    test('lists them newest first, a page at a time', async () => {
      const { stores } = await contoso(open)
      for (const at of [1, 2, 3]) {
        await stores.acceptances.append(anAcceptance({ acceptanceId: `acceptance-${at}` }))
      }

      const list = async (before?: string) => {
        const query = { termsId: 'terms-1', limit: 2, ...(before !== undefined && { before }) }
        return (await stores.acceptances.list('contoso', query)).map(({ acceptanceId }) => acceptanceId)
      }

      expect(await list()).toEqual(['acceptance-3', 'acceptance-2'])
      expect(await list('acceptance-2')).toEqual(['acceptance-1'])
      expect((await stores.acceptances.list('contoso', { termsId: 'terms-1', limit: 1 }))[0]).toEqual(
        anAcceptance({ acceptanceId: 'acceptance-3' }),
      )
    })
  })

  describe('keeping devices', () => {
    test('finds a device by either id, with what was said of it and nothing else', async () => {
      const { stores } = await contoso(open)
      await stores.devices.insert(aDevice())
      expect(await stores.devices.find('contoso', 'object-1')).toEqual(aDevice())

      const said = aDevice({ isManaged: true, isCompliant: false, enabled: false, displayName: 'Old laptop' })
      await stores.devices.put(said)

      expect(await stores.devices.findByDeviceId('contoso', 'device-1')).toEqual(said)
      expect(await stores.devices.findByDeviceId('contoso', 'device-2')).toBeUndefined()
      await stores.devices.remove('contoso', 'object-1')
      expect(await stores.devices.list('contoso')).toEqual([])
    })

    test('of two with the same id keeps the first', async () => {
      const { stores } = await contoso(open)

      const both = await Promise.allSettled(
        ['a', 'b'].map((objectId) => stores.devices.insert(aDevice({ objectId }))),
      )

      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await stores.devices.list('contoso')).toHaveLength(1)
    })
  })
}
