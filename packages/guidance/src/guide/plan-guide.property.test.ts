import { assert, constantFrom, dictionary, option, property, record, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClientHints } from '../client-hints.ts'
import { deviceClasses, toDeviceClass } from '../device-class.ts'
import { readVisitor } from '../visitor.ts'
import { guidePhones } from './guide-plan.ts'
import { walkPolicies } from './guide-walk.fixture.ts'
import { planGuide } from './plan-guide.ts'

const pieces = constantFrom(
  ...'Mozilla/5.0 (|iPhone; CPU iPhone OS |99999999999999999999_0|18_6 like Mac OS X|iPad|Android |0|; SM-S1|; Pixel |; wv)|Windows NT 10.0|Macintosh|CrOS|X11; Linux|Version/|.|Safari/|Chrome/|Firefox/|Edg/|FBAN'.split(
    '|',
  ),
)
const userAgents = string({ unit: pieces, maxLength: 12 })

const asks = record({
  account: constantFrom('existing' as const, 'firstDay' as const, 'newPhone' as const),
  situation: constantFrom(undefined, 'atHand' as const, 'gone' as const, 'wiped' as const),
  phone: constantFrom(undefined, ...guidePhones),
  way: option(string(), { nil: undefined }),
  policy: constantFrom(...Object.values(walkPolicies)),
})

const headers = dictionary(
  constantFrom(
    'sec-ch-ua',
    'sec-ch-ua-platform',
    'sec-ch-ua-platform-version',
    'sec-ch-ua-model',
    'sec-ch-ua-mobile',
  ),
  string().map((text) => (text.length % 2 === 0 ? `"${text}"` : text)),
)

describe('a guide for whatever calls itself a browser', () => {
  test('is there, and says what to do', () => {
    assert(
      property(userAgents, headers, asks, (userAgent, sent, ask) => {
        const plan = planGuide({ ...ask, visitor: readVisitor(userAgent, readClientHints(sent)) })

        expect(plan.steps.length).toBeGreaterThan(0)
        expect(plan.table).toHaveLength(12)
        expect(plan.ways.filter(({ recommended }) => recommended).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 400 },
    )
  })

  test('knows every device by one of its names, and reads any text', () => {
    assert(
      property(string({ unit: 'binary-ascii', maxLength: 300 }), headers, (userAgent, sent) => {
        expect(deviceClasses).toContain(toDeviceClass(readVisitor(userAgent, readClientHints(sent))))
      }),
    )
  })
})
