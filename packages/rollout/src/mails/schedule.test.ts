import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, judgeMailDay, planMails, toLocalMoment } from './schedule.ts'

const dayZero = '2026-03-02'
const sendHour = 9

/** Which mails of the wave are due at noon of a day. */
function dueOn(day: string): readonly string[] {
  return planMails(dayZero)
    .filter((mail) => judgeMailDay(mail, { day, hour: 12 }, sendHour) === 'due')
    .map(({ kind }) => kind)
}

describe('planning the mails of a wave', () => {
  test('each has its day, counted from day 0', () => {
    expect(planMails(dayZero).map(({ kind, day }) => [kind, day])).toEqual([
      ['T-60', '2026-01-01'],
      ['T-45', '2026-01-16'],
      ['T-30', '2026-01-31'],
      ['T-15', '2026-02-15'],
      ['T-7', '2026-02-23'],
      ['T-1', '2026-03-01'],
      ['T+0', '2026-03-02'],
      ['T+3', '2026-03-05'],
      ['T+7', '2026-03-09'],
      ['T+14', '2026-03-16'],
    ])
  })

  test('never are two of them due on one day, and none is sent late by more than two days', () => {
    const year = Array.from({ length: 120 }, (_, at) => addDays('2025-12-20', at))
    const late = planMails(dayZero).map(({ day, lastDay }) => daysBetween(day, lastDay))

    expect(year.filter((day) => dueOn(day).length > 1)).toEqual([])
    expect(late).toEqual([2, 2, 2, 2, 2, 0, 2, 2, 2, 2])
  })

  test.each([
    ['the day before', '2026-02-22', 23, 'early'],
    ['too early in the morning', '2026-02-23', 8, 'early'],
    ['its hour', '2026-02-23', 9, 'due'],
    ['two days later, at any hour', '2026-02-25', 0, 'due'],
    ['three days later', '2026-02-26', 0, 'over'],
    ['weeks later, after a clock has jumped', '2026-04-26', 12, 'over'],
    ['a clock that was set back', '2020-01-01', 12, 'early'],
  ])('a week before: %s', (_, day, hour, expected) => {
    const mail = planMails(dayZero).find(({ kind }) => kind === 'T-7')

    expect(mail && judgeMailDay(mail, { day, hour }, sendHour)).toBe(expected)
  })

  test('what is said the day before is not said on the day itself', () => {
    expect(dueOn('2026-03-01')).toEqual(['T-1'])
    expect(dueOn('2026-03-02')).toEqual(['T+0'])
  })
})

describe('reading the calendar of an organisation', () => {
  test.each([
    ['UTC', '2026-03-01', 23],
    ['Asia/Tokyo', '2026-03-02', 8],
    ['America/Los_Angeles', '2026-03-01', 15],
  ])('%s', (zone, day, hour) => {
    expect(toLocalMoment(new Date('2026-03-01T23:30:00Z'), zone)).toEqual({ day, hour })
  })

  test('midnight is the hour 0, and days are counted over a change of the clock', () => {
    expect(toLocalMoment(new Date('2026-03-28T23:00:00Z'), 'Europe/Berlin')).toEqual({
      day: '2026-03-29',
      hour: 0,
    })
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})
