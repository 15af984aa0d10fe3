import type { GuideOverride, GuidePictureFile } from '@latchkey/rollout'
import { describe, expect, test } from 'vitest'
import { bytes, contoso, later, now, type Open } from './world.ts'

export const aGuideOverride = (change: Partial<GuideOverride> = {}): GuideOverride => ({
  tenantId: 'contoso',
  step: 'signIn',
  language: 'en',
  text: { title: 'Open the portal', lines: ['Go to the portal.', 'Sign in.'], hint: 'On the second floor.' },
  changedAt: now,
  ...change,
})

export const aGuidePicture = (change: Partial<GuidePictureFile> = {}): GuidePictureFile => ({
  tenantId: 'contoso',
  pictureId: 'hash-1',
  png: bytes(40, 5),
  width: 320,
  height: 220,
  ...change,
})

export const aNewerSystem = (change: { version?: string; tenantId?: string; at?: Date } = {}) => ({
  tenantId: 'contoso',
  system: 'iOS',
  version: '99',
  at: now,
  ...change,
})

/** What keeping an organisation's own guide must do. */
export function guideContract(open: Open): void {
  describe('keeping what an organisation changed in the guide', () => {
    test('gives back texts and pictures, by language or all', async () => {
      const { stores } = await contoso(open)
      const { text: _, ...bare } = aGuideOverride({ step: 'tryIt', language: 'de' })
      const picture = { ...bare, picture: { pictureId: 'hash-1', width: 320, height: 220 } }
      const short = aGuideOverride({ step: 'addKey', text: { title: 'Key', lines: ['Touch it.'] } })
      for (const each of [picture, aGuideOverride(), short]) await stores.guideOverrides.put(each)

      expect(await stores.guideOverrides.list('contoso')).toEqual([short, aGuideOverride(), picture])
      expect(await stores.guideOverrides.listOfLanguage('contoso', 'de')).toEqual([picture])
      expect(await stores.guideOverrides.find('contoso', 'signIn', 'en')).toEqual(aGuideOverride())
      expect(await stores.guideOverrides.find('contoso', 'signIn', 'de')).toBeUndefined()
    })

    test('keeps the last of it, and nothing that was reset', async () => {
      const { stores } = await contoso(open)
      const after = aGuideOverride({ text: { title: 'Another', lines: ['One.'] }, changedAt: later(1) })
      await stores.guideOverrides.put(aGuideOverride())
      await stores.guideOverrides.put(after)
      expect(await stores.guideOverrides.list('contoso')).toEqual([after])

      await stores.guideOverrides.remove('contoso', 'signIn', 'en')
      expect(await stores.guideOverrides.list('contoso')).toEqual([])
    })

    test('forgets pictures that no step shows', async () => {
      const { stores } = await contoso(open)
      const shown = aGuidePicture({ pictureId: 'hash-2' })
      await stores.guidePictures.put(aGuidePicture())
      await stores.guidePictures.put(shown)
      await stores.guidePictures.put(shown)
      const { pictureId, width, height } = shown
      await stores.guideOverrides.put(aGuideOverride({ picture: { pictureId, width, height } }))
      await stores.guideOverrides.put(aGuideOverride({ step: 'tryIt' }))

      await stores.guidePictures.removeUnused('contoso')

      expect(await stores.guidePictures.find('contoso', 'hash-1')).toBeUndefined()
      expect(await stores.guidePictures.find('contoso', 'hash-2')).toEqual(shown)
    })

    test('counts who came with a newer system, until somebody waves it off', async () => {
      const { stores } = await contoso(open)
      await stores.newerSystems.note(aNewerSystem())
      await stores.newerSystems.note(aNewerSystem({ at: later(60) }))
      await stores.newerSystems.note(aNewerSystem({ version: '98', at: later(30) }))

      const [first, second] = await stores.newerSystems.list('contoso')
      expect(first).toMatchObject({ version: '99', visits: 2, firstSeenAt: now, lastSeenAt: later(60) })
      expect(second).toMatchObject({ version: '98', visits: 1 })
      expect(await stores.newerSystems.dismiss('contoso', 'iOS', '99')).toBe(true)
      expect(await stores.newerSystems.dismiss('contoso', 'iOS', '99')).toBe(false)
      await stores.newerSystems.note(aNewerSystem({ at: later(90) }))
      expect(await stores.newerSystems.list('contoso')).toMatchObject([{ version: '98' }])
    })
  })
}
