import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestFrame, openChannel } from './frame-channel.ts'
import { cryptography } from './tunnel.fixture.ts'

/** The channels of two sides that shook hands. */
function channels() {
  const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
  return [
    openChannel(cryptography, { readKey: one, writeKey: two }),
    openChannel(cryptography, { readKey: two, writeKey: one }),
  ] as const
}

const message = new Uint8Array(40).fill(9)

describe('sending frames', () => {
  test('loses nothing, and hides the length within 32 bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), async (messages) => {
        const [left, right] = channels()
        for (const sent of messages) {
          const frame = await left.seal(sent)
          expect((frame.length - 16) % 32).toBe(0)
          expect(await right.open(frame)).toEqual(Uint8Array.from(sent))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('opens no frame twice, and nothing after a wrong one', async () => {
    const [left, right] = channels()
    const first = await left.seal(message)
    const second = await left.seal(message)

    await right.open(first)
    await expect(right.open(first)).rejects.toThrow('bad_frame')
    await expect(right.open(second)).rejects.toThrow('bad_frame')
  })

  test('opens no frame out of order', async () => {
    const [left, right] = channels()
    await left.seal(message)

    await expect(right.open(await left.seal(message))).rejects.toThrow('bad_frame')
  })

  test('opens no frame that goes the other way', async () => {
    const [left] = channels()

    await expect(left.open(await left.seal(message))).rejects.toThrow('bad_frame')
  })

  test('opens no frame that was changed anywhere', async () => {
    const honest = await channels()[0].seal(message)
    for (const at of [0, 20, honest.length - 1]) {
      const frame = honest.map((byte, i) => (i === at ? byte ^ 1 : byte))
      await expect(channels()[1].open(frame)).rejects.toThrow('bad_frame')
    }
  })

  test.each([0, 15, 16])('opens no frame of %i bytes', async (length) => {
    await expect(channels()[1].open(new Uint8Array(length))).rejects.toThrow('bad_frame')
  })

  test('opens no frame that is all padding', async () => {
    const [, right] = channels()
    const sealing = {
      key: new Uint8Array(32).fill(2),
      nonce: new Uint8Array(12),
      additionalData: new Uint8Array(),
    }
    const frame = await cryptography.sealGcm(sealing, new Uint8Array(32).fill(32))

    await expect(right.open(frame)).rejects.toThrow('bad_frame')
  })

  test('takes a frame of one mebibyte, and none larger', async () => {
    const [left, right] = channels()
    const largest = new Uint8Array(largestFrame - 16 - 32 + 15)
    const frame = await left.seal(largest)

    expect(frame.length).toBeLessThanOrEqual(largestFrame)
    expect(await right.open(frame)).toHaveLength(largest.length)
    await expect(left.seal(new Uint8Array(largestFrame))).rejects.toThrow('too_much')
    await expect(right.open(new Uint8Array(largestFrame + 1))).rejects.toThrow('too_much')
  })
})
