import { expect, test } from 'vitest'
import { answeredScreen, type KeeperRefusal, verifyingPerson } from '../index.ts'
import { openSurface, pin } from '../keeper-world.fixture.ts'

const request = {
  purpose: 'make_credential',
  userVerification: 'required',
  rpId: 'login.example.org',
  signal: new AbortController().signal,
} as const

test('the right secret, given before anything was asked, is what verifies', async () => {
  const { vault } = await openSurface()
  const said: unknown[] = []

  const answer = await verifyingPerson(
    vault,
    answeredScreen({ pin }, (again) => said.push(again)),
  ).confirm(request)

  expect(answer).toEqual({ outcome: 'confirmed', userVerified: true })
  expect(said).toEqual([])
})

test('a wrong one is tried once, and said', async () => {
  const { vault } = await openSurface()
  const said: (KeeperRefusal | undefined)[] = []

  const answer = await verifyingPerson(
    vault,
    answeredScreen({ pin: '999991' }, (again) => said.push(again)),
  ).confirm(request)

  expect(answer).toEqual({ outcome: 'denied' })
  expect(said.map((again) => again?.code)).toEqual(['unlock_wrong'])
  expect((await vault.state()).pinTriesLeft).toBe(9)
})
