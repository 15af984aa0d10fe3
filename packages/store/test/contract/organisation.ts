import type { BrandImage, DomainClaim } from '@latchkey/identity'
import { describe, expect, test } from 'vitest'
import { aPerson, aTenant, bytes, contoso, later, now, type Open } from './world.ts'

export const aClaim = (change: Partial<DomainClaim> = {}): DomainClaim => ({
  tenantId: 'contoso',
  domain: 'claimed.example',
  proof: 'a text',
  createdAt: now,
  ...change,
})

export const aPicture = (change: Partial<BrandImage> = {}): BrandImage => ({
  tenantId: 'contoso',
  imageId: 'picture',
  png: bytes(9, 1),
  width: 3,
  height: 2,
  createdAt: now,
  ...change,
})

const proven = {
  tenantId: 'contoso',
  domain: 'grove.example',
  isDefault: false,
  createdAt: later(5),
  proof: 'a text',
  checkedAt: later(5),
}

/** What the stores of domains and of pictures must do. */
export function organisationContract(open: Open): void {
  describe('keeping domains', () => {
    test('a claim is one until it is removed, and says what was found', async () => {
      const { stores } = await contoso(open)
      await stores.domains.insertClaim(aClaim())
      await expect(stores.domains.insertClaim(aClaim({ proof: 'x' }))).rejects.toMatchObject({
        code: 'already_exists',
      })

      const key = { tenantId: 'contoso', domain: 'claimed.example' }
      await stores.domains.putClaimCheck({ ...key, checkedAt: later(1), outcome: 'missing' })
      const checked = aClaim({ checkedAt: later(1), outcome: 'missing' })
      expect(await stores.domains.findClaim('contoso', 'claimed.example')).toEqual(checked)
      expect(await stores.domains.listClaims('contoso')).toEqual([checked])
      expect(await stores.tenants.findByDomain('claimed.example')).toBeUndefined()

      await stores.domains.removeClaim('contoso', 'claimed.example')
      expect(await stores.domains.listClaims('contoso')).toEqual([])
    })

    test('several may claim a domain; those who know that it is taken are not asked again', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      await stores.domains.insertClaim(aClaim())
      await stores.domains.insertClaim(aClaim({ tenantId: 'fabrikam' }))
      const both = await stores.domains.listClaimants('claimed.example')
      expect(both.toSorted()).toEqual(['contoso', 'fabrikam'])

      const key = { tenantId: 'contoso', domain: 'claimed.example' }
      await stores.domains.putClaimCheck({ ...key, checkedAt: now, outcome: 'taken' })
      expect(await stores.domains.listClaimants('claimed.example')).toEqual(['fabrikam'])
    })

    test('of two that prove a domain at once, one has it', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insert(aTenant({ tenantId: 'fabrikam' }))
      const both = await Promise.allSettled([
        stores.domains.insertProven(proven),
        stores.domains.insertProven({ ...proven, tenantId: 'fabrikam' }),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    })

    test('the default comes first, else the oldest', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insertDomain('contoso', 'contoso.example', now)
      await stores.domains.insertProven(proven)
      expect(await stores.tenants.listDomains('contoso')).toEqual(['contoso.example', 'grove.example'])

      await stores.domains.putDefault('contoso', 'grove.example')
      expect(await stores.tenants.listDomains('contoso')).toEqual(['grove.example', 'contoso.example'])
      const [first, second] = await stores.domains.list('contoso')
      expect(first).toEqual({ ...proven, isDefault: true })
      expect(second).toEqual({
        tenantId: 'contoso',
        domain: 'contoso.example',
        isDefault: false,
        createdAt: now,
      })
    })

    test('those with a proof are due again, and what was found is kept', async () => {
      const { stores } = await contoso(open)
      await stores.tenants.insertDomain('contoso', 'contoso.example', now)
      await stores.domains.insertProven(proven)
      expect(await stores.domains.listUnchecked(later(5), 9)).toEqual([])
      expect(await stores.domains.listUnchecked(later(6), 9)).toEqual([proven])

      const check = { checkedAt: later(7), missingSince: later(7) }
      await stores.domains.putCheck('contoso', 'grove.example', check)
      expect(await stores.domains.find('contoso', 'grove.example')).toEqual({ ...proven, ...check })
      await stores.domains.putCheck('contoso', 'grove.example', { checkedAt: later(8) })
      expect(await stores.domains.find('contoso', 'grove.example')).toEqual({
        ...proven,
        checkedAt: later(8),
      })
    })

    test('knows who is named after one', async () => {
      const { stores } = await contoso(open)
      await stores.people.insert(aPerson('cleo', { userName: 'cleo@sub.grove.example' }))
      await stores.people.insert(aPerson('dora', { userName: 'dora@grove.example' }))
      await stores.people.insert(aPerson('emil', { userName: 'emil@grove.example' }))

      expect(await stores.domains.listPeople('contoso', 'grove.example', 1)).toEqual({
        total: 2,
        userNames: ['dora@grove.example'],
      })
    })
  })

  describe('keeping pictures', () => {
    test('gives one back, keeps the same one once, and lets go of the others', async () => {
      const { stores } = await contoso(open)
      await stores.brandImages.put(aPicture())
      await stores.brandImages.put(aPicture())
      await stores.brandImages.put(aPicture({ imageId: 'other' }))
      expect(await stores.brandImages.find('contoso', 'picture')).toEqual(aPicture())

      await stores.brandImages.removeOthers('contoso', ['picture'])
      expect(await stores.brandImages.find('contoso', 'other')).toBeUndefined()
      expect(await stores.brandImages.find('contoso', 'picture')).toEqual(aPicture())
    })
  })
}
