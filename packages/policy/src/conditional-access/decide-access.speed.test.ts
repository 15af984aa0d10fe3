import { expect, test } from 'vitest'
import { proven, rulesOf, signIn } from './access.fixture.ts'
import { decideAccess } from './decide-access.ts'
import { manyPeople, manyPolicies } from './organisation.fixture.ts'

// Loose: other tests run beside this one. The bench tells the figure; here a disaster is told.
test('decides a sign-in by two hundred policies in well under a millisecond', () => {
  const rules = rulesOf(manyPolicies(200))
  const people = manyPeople(500)
  const context = signIn({ proofs: [proven.passkey()] })
  const micros: number[] = []
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage()
    for (const person of people) decideAccess(rules, person, context)
    const { user, system } = process.cpuUsage(before)
    micros.push((user + system) / people.length)
  }

  expect(Math.min(...micros)).toBeLessThan(500)
})
