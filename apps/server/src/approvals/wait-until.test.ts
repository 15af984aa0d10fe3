import { describe, expect, test } from 'vitest'
import { waitUntil } from './wait-until.ts'
import { openWaitingLine } from './waiting-line.ts'

const aServer = (all = 9) => ({
  draining: { active: false },
  waitingLine: openWaitingLine({ each: 2, all }),
})

/** Wait for what never comes. */
function waitInVain(server: ReturnType<typeof aServer>, who = 'phone', given = new AbortController().signal) {
  const began = performance.now()
  const never = async () => 'nothing'
  return waitUntil(never, () => false, { who, seconds: 20, given, server }).then((seen) => ({
    seen,
    took: performance.now() - began,
  }))
}

describe('waiting until something is there', () => {
  test('answers the oldest at once when the same device asks a third time', async () => {
    const server = aServer()
    const gone = new AbortController()
    const oldest = waitInVain(server)
    const others = [0, 1].map(() => waitInVain(server, 'phone', gone.signal))

    expect(await oldest).toMatchObject({ seen: 'nothing' })
    expect((await oldest).took).toBeLessThan(5000)
    gone.abort()
    await Promise.all(others)
    // Everybody left: all places are free again.
    expect(() => Array.from({ length: 9 }, (_, at) => server.waitingLine.take(`${at}`))).not.toThrow()
  })

  test('refuses by name when too many wait, but tells what is there already', async () => {
    const server = aServer(1)
    const gone = new AbortController()
    const first = waitInVain(server, 'phone', gone.signal)
    const ask = { who: 'other', seconds: 20, given: new AbortController().signal, server }

    // The first has looked by then, and taken its place.
    await new Promise((resolve) => setTimeout(resolve, 20))
    await expect(waitInVain(server, 'other')).rejects.toThrow('server_busy')
    expect(
      await waitUntil(
        async () => 'there',
        () => true,
        ask,
      ),
    ).toBe('there')
    gone.abort()
    await first
  })

  test('gives its place back when a look fails', async () => {
    const server = aServer(1)
    let looks = 0
    const look = async () => {
      if (looks++ > 0) throw new Error('the database is gone')
      return 'nothing'
    }
    const ask = { who: 'phone', seconds: 20, given: new AbortController().signal, server }

    await expect(waitUntil(look, () => false, ask)).rejects.toThrow('the database is gone')
    expect(server.waitingLine.take('other').taken.aborted).toBe(false)
  })
})
