import { describe, expect, test } from 'vitest'
import { readTraceparent } from './trace-context.ts'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const parentId = '00f067aa0ba902b7'

describe('reading traceparent', () => {
  test('takes the trace, the step and the flag', () => {
    expect(readTraceparent(`00-${traceId}-${parentId}-01`)).toEqual({ traceId, parentId, sampled: true })
  })

  test('takes what a later version adds', () => {
    expect(readTraceparent(`01-${traceId}-${parentId}-00-more`)).toMatchObject({ traceId, sampled: false })
  })

  test.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['the forbidden version', `ff-${traceId}-${parentId}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${parentId}-01`],
    ['a step of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['upper case', `00-${traceId.toUpperCase()}-${parentId}-01`],
    ['more in version 00', `00-${traceId}-${parentId}-01-more`],
    ['a line break', `00-${traceId}-${parentId}-01\n`],
  ])('counts %s as absent', (_, header) => {
    expect(readTraceparent(header)).toBeUndefined()
  })
})
