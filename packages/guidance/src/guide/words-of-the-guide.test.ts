import { languages } from '@latchkey/words'
import { loadGuideWords, sayGuideStep } from '@latchkey/words/guide'
import { describe, expect, test } from 'vitest'
import { deviceClasses } from '../device-class.ts'
import { guideColumns, guidePlaces } from './guide-plan.ts'
import { walkPolicies } from './guide-walk.fixture.ts'
import { planGuide } from './plan-guide.ts'
import { realBrowsers } from './real-browsers.fixture.ts'
import { reviewedSteps } from './reviewed-steps.ts'

const plans = realBrowsers.flatMap(({ visitor }) =>
  Object.values(walkPolicies).map((policy) => planGuide({ visitor, policy, account: 'existing' })),
)

test('each step says when it was reviewed', () => {
  for (const reviewed of Object.values(reviewedSteps)) {
    expect(reviewed.on).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
    expect(reviewed.how === 'read' && reviewed.system === undefined && reviewed.browser === undefined).toBe(
      false,
    )
  }
})

describe.each(languages)('the guide in %s', async (language) => {
  const { steps, plan, questions } = await loadGuideWords(language)

  test('says each step there is, and none that there is not', () => {
    expect(Object.keys(steps).sort()).toEqual(Object.keys(reviewedSteps).sort())
    for (const words of Object.values(steps)) {
      const { title, lines } = sayGuideStep(words, { name: 'Ours', least: '17' })
      expect(title).toMatch(/^\S.{2,70}$/)
      expect(lines.length).toBeGreaterThan(0)
    }
  })

  test('says each place, column, device, way, reason and question of twenty browsers', () => {
    expect(Object.keys(plan.places)).toEqual([...guidePlaces])
    expect(Object.keys(plan.columns)).toEqual([...guideColumns])
    expect(Object.keys(plan.devices)).toEqual([...deviceClasses])
    for (const { ways, table, questions: asked } of plans) {
      expect(ways.filter(({ kind }) => !Object.hasOwn(plan.ways, kind))).toEqual([])
      expect(asked.filter((id) => !Object.hasOwn(questions, id))).toEqual([])
      const reasons = table.flatMap((cell) => (cell.possible ? [] : [cell.because]))
      expect(reasons.filter((because) => !Object.hasOwn(plan.reasons, because))).toEqual([])
    }
  })
})
