import { describe, expect, test } from 'vitest'
import { type PhoneSituation, planHelpDeskCall, planNewPhone } from './new-phone.ts'

const idsOf = (situation: PhoneSituation, otherWayIn: boolean, requestsOpen = true) =>
  planNewPhone({ situation, otherWayIn, requestsOpen }).map(({ id }) => id)

describe('planning the way to a new phone', () => {
  test('the old one at hand vouches for the new one and goes last', () => {
    expect(idsOf('atHand', false)).toEqual(['keepOld', 'addWithOld', 'tryNew', 'removeOld'])
  })

  test.each([
    ['gone', true, ['useOther', 'endSessions', 'addNew', 'removeOld', 'addSecond']],
    ['gone', false, ['askForPass', 'signInWithPass', 'endSessions', 'addNew', 'removeOld', 'addSecond']],
    ['wiped', true, ['restoreSynced', 'useOther', 'addNew', 'removeOld', 'addSecond']],
    ['wiped', false, ['restoreSynced', 'askForPass', 'signInWithPass', 'addNew', 'removeOld', 'addSecond']],
  ] as const)('%s, with another way in: %s', (situation, otherWayIn, steps) => {
    expect(idsOf(situation, otherWayIn)).toEqual(steps)
  })

  test('where nobody takes requests, the help desk is called', () => {
    expect(idsOf('gone', false, false).slice(0, 2)).toEqual(['callHelpDesk', 'signInWithPass'])
  })

  test('the help desk ends the sessions of a phone that is in strange hands', () => {
    expect(planHelpDeskCall({ situation: 'gone' }).at(-1)).toBe('endSessions')
    expect(planHelpDeskCall({ situation: 'wiped' })).not.toContain('endSessions')
  })
})
