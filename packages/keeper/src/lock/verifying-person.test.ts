import type { Confirmation } from '@latchkey/ctap'
import { describe, expect, test } from 'vitest'
import { verifyingPerson } from '../index.ts'
import { openSurface, pin } from '../keeper-world.fixture.ts'

const request = (change: Partial<Confirmation> = {}): Confirmation => ({
  purpose: 'get_assertion',
  userVerification: 'required',
  rpId: 'login.example.org',
  signal: new AbortController().signal,
  ...change,
})

describe('a person before the engine', () => {
  test('is verified by the vault, and asked again after a wrong PIN', async () => {
    const { vault, screen, questions } = await openSurface()
    screen.answer = ({ again }) => ({ outcome: 'agreed', secret: { pin: again ? pin : '999991' } })

    const answer = await verifyingPerson(vault, screen).confirm(request())

    expect(answer).toEqual({ outcome: 'confirmed', userVerified: true })
    expect(questions.map(({ again }) => again?.code)).toEqual([undefined, 'unlock_wrong'])
  })

  test('is not verified because the vault was open, nor because the screen agrees', async () => {
    const { vault, screen } = await openSurface()
    screen.answer = () => ({ outcome: 'agreed' })
    const person = verifyingPerson(vault, screen)

    expect(await person.confirm(request())).toEqual({ outcome: 'not_verified' })
    expect(await person.confirm(request({ userVerification: 'not_needed' }))).toEqual({
      outcome: 'confirmed',
      userVerified: false,
    })
  })

  test('gives the PIN of a locked vault even where nobody wants them verified', async () => {
    const { vault, screen, questions } = await openSurface()
    vault.lock()

    const answer = await verifyingPerson(vault, screen).confirm(request({ userVerification: 'not_needed' }))

    expect(answer).toMatchObject({ outcome: 'confirmed', userVerified: true })
    expect(questions[0]).toMatchObject({ secret: 'needed' })
  })

  test.each(['denied', 'timed_out'] as const)('may be %s', async (outcome) => {
    const { vault, screen } = await openSurface()
    screen.answer = () => ({ outcome })

    expect(await verifyingPerson(vault, screen).confirm(request())).toEqual({ outcome })
  })

  test('has agreed to nothing when the request was taken back meanwhile', async () => {
    const { vault, screen } = await openSurface()
    const controller = new AbortController()
    screen.answer = () => {
      controller.abort()
      return { outcome: 'agreed', secret: { pin } }
    }

    const answer = await verifyingPerson(vault, screen).confirm(request({ signal: controller.signal }))

    expect(answer).toEqual({ outcome: 'denied' })
  })
})
