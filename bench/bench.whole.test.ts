import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from './report.ts'

let report: Report

beforeAll(() => {
  const launcher = join(import.meta.dirname, '../scripts/launch.mjs')
  const text = execFileSync(process.execPath, [launcher, 'bench', '--quick', '--json'], { encoding: 'utf8' })
  report = JSON.parse(text)
})

// Loose: other tests run beside this one. A disaster is a factor, not a percentage.
describe('a quick bench', () => {
  test('signs people in without an error', () => {
    for (const { levels } of report.servers) {
      expect(levels.map(({ errors, firstError }) => firstError ?? errors)).toEqual([0, 0, 0])
      expect(Math.min(...levels.map(({ perSecond }) => perSecond))).toBeGreaterThan(20)
    }
  })

  test('is not many times slower than the floor', () => {
    const ours = report.ratios.filter(({ way }) => way === 'latchkey')

    expect(ours.map(({ users }) => users)).toEqual([1, 8, 32])
    for (const { rate } of ours) expect(rate).toBeGreaterThan(0.1)
  })

  test('checks a sign-in for little more than its signature costs', () => {
    expect(report.verify.ratio).toBeLessThan(2)
  })

  test('decides by two hundred policies in well under a millisecond', () => {
    expect(report.policy.decideMicros).toBeLessThan(500)
    expect(report.policy.lockOutSeconds).toBeLessThan(10)
  })

  test('says whom a change shuts out, and saves it, in seconds', () => {
    const { refusedSeconds, savedSeconds, shutOut } = report.lockOut

    expect(shutOut).toBeGreaterThan(100)
    expect(Math.max(refusedSeconds, savedSeconds)).toBeLessThan(10)
  })

  test('stays small', () => {
    const ours = report.servers.find(({ way }) => way === 'latchkey')

    expect(ours?.idleMegabytes).toBeLessThan(120)
    expect(ours?.peakMegabytes).toBeLessThan(500)
  })
})
