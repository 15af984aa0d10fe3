import { EventEmitter } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { type LineInput, lineReader } from './line-reader.ts'

class Keys extends EventEmitter implements LineInput {
  readonly isTTY: boolean
  isRaw = false
  constructor(kind: 'keyboard' | 'pipe') {
    super()
    this.isTTY = kind === 'keyboard'
  }
  setRawMode(isRaw: boolean) {
    this.isRaw = isRaw
  }
  pause() {}
  resume() {}
  type(text: string) {
    this.emit('data', Buffer.from(text))
  }
}

function sitDown(kind: 'keyboard' | 'pipe') {
  const keys = new Keys(kind)
  const printed: string[] = []
  const interrupt = vi.fn()
  return { keys, printed, interrupt, reader: lineReader(keys, (text) => printed.push(text), interrupt) }
}

describe('reading from a keyboard', () => {
  test('shows the letters, and lets them be taken back', async () => {
    const { keys, printed, reader } = sitDown('keyboard')

    const line = reader.read({ echo: 'letters' })
    keys.type('adb\u007fa\r')

    expect(await line).toBe('ada')
    expect(printed.join('')).toBe('adb\b \ba\n')
  })

  test('shows nothing of a secret, and does not let the terminal show it either', async () => {
    const { keys, printed, reader } = sitDown('keyboard')

    const line = reader.read({ echo: 'nothing' })
    const wasRaw = keys.isRaw
    keys.type('493817\r')

    expect(await line).toBe('493817')
    expect(wasRaw).toBe(true)
    expect(keys.isRaw).toBe(false)
    expect(printed.join('')).toBe('\n')
  })

  test('does not count what was typed before the question', async () => {
    const { keys, reader } = sitDown('keyboard')
    keys.type('y\r')

    const line = reader.read({ echo: 'letters' })
    keys.type('n\r')

    expect(await line).toBe('n')
  })

  test('passes over the keys that move a cursor', async () => {
    const { keys, reader } = sitDown('keyboard')

    const line = reader.read({ echo: 'letters' })
    keys.type('a\u001b[Db\u001b[1;5C\r')

    expect(await line).toBe('ab')
  })

  test('is interrupted by Control-C', () => {
    const { keys, interrupt, reader } = sitDown('keyboard')

    void reader.read({ echo: 'letters' })
    keys.type('\u0003')

    expect(interrupt).toHaveBeenCalledOnce()
  })

  test('ends when nobody wants the answer any longer', async () => {
    const { keys, reader } = sitDown('keyboard')
    const controller = new AbortController()

    const line = reader.read({ echo: 'letters', signal: controller.signal })
    controller.abort()

    expect(await line).toBeUndefined()
    expect(keys.isRaw).toBe(false)
  })
})

describe('reading from a pipe', () => {
  test('gives line after line, however they come, and then nothing', async () => {
    const { keys, reader } = sitDown('pipe')
    keys.type('one\r\ntw')
    keys.type('o\nthree')
    keys.emit('end')

    const lines = [0, 1, 2, 3].map(() => () => reader.read({ echo: 'letters' }))

    const read: (string | undefined)[] = []
    for (const line of lines) read.push(await line())
    expect(read).toEqual(['one', 'two', 'three', undefined])
  })
})
