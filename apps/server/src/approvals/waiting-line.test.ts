import { describe, expect, test } from 'vitest'
import { openWaitingLine } from './waiting-line.ts'

describe('waiting for an answer', () => {
  test('is for two of one device at a time: whoever waits longest goes when a third comes', () => {
    const line = openWaitingLine({ each: 2, all: 9 })

    const places = ['a', 'a', 'b', 'a', 'a'].map((who) => line.take(who))

    expect(places.map(({ taken }) => taken.aborted)).toEqual([true, true, false, false, false])
  })

  test('leaves room for those who come after somebody left', () => {
    const line = openWaitingLine({ each: 2, all: 9 })
    const [first, second] = [line.take('a'), line.take('a')]
    first.leave()
    first.leave()

    line.take('a')

    expect(second.taken.aborted).toBe(false)
  })

  test('is refused by name when too many wait, until one leaves', () => {
    const line = openWaitingLine({ each: 2, all: 3 })
    const [first] = ['a', 'b', 'c'].map((who) => line.take(who))

    expect(() => line.take('d')).toThrow('server_busy')
    first?.leave()
    expect(line.take('d').taken.aborted).toBe(false)
    expect(() => line.take('e')).toThrow('server_busy')
  })

  test('counts nobody twice who had to go', () => {
    const line = openWaitingLine({ each: 1, all: 2 })

    for (let times = 0; times < 5; times++) line.take('a')

    expect(line.take('b').taken.aborted).toBe(false)
  })
})
