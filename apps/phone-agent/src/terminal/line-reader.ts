/** Where lines come from: a keyboard, or a pipe. */
export interface LineInput {
  readonly isTTY?: boolean
  setRawMode?(isRaw: boolean): unknown
  on(event: 'data', listener: (chunk: Buffer | string) => void): unknown
  on(event: 'end', listener: () => void): unknown
  pause(): unknown
  resume(): unknown
}

/** How one line is read. */
export interface Reading {
  /** Whether what is typed is to be seen. */
  readonly echo: 'letters' | 'nothing'
  /** Aborted when nobody wants the answer any longer. */
  readonly signal?: AbortSignal
}

/** Reads line after line. */
export interface LineReader {
  /** @returns the line; `undefined` if there is none to come, or nobody wants it any longer */
  read(reading: Reading): Promise<string | undefined>
  close(): void
}

const isEnd = (letter: string) => letter === '\n' || letter === '\r'

/**
 * Read lines from a keyboard or a pipe. At a keyboard what was typed before the question does not count: nobody agrees
 * to what they have not seen.
 *
 * @param print writes to the terminal
 * @param interrupt is called for Control-C
 */
export function lineReader(
  input: LineInput,
  print: (text: string) => void,
  interrupt: () => void,
): LineReader {
  const isKeyboard = input.isTTY === true
  const decoder = new TextDecoder()
  let letters: string[] = []
  let hasEnded = false
  let wake: (() => void) | undefined
  let typed: ((letter: string) => void) | undefined

  input.on('data', (chunk) => {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    // The keys that move a cursor say more than one letter; nothing here has a cursor.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what such keys begin with
    for (const letter of isKeyboard ? text.replaceAll(/\u001b(?:\[[\d;]*.|.)?/g, '') : text) {
      if (isKeyboard && letter === '\u0003') interrupt()
      else if (isKeyboard && letter === '\u0004') hasEnded = true
      else if (isKeyboard && (letter === '\u007f' || letter === '\b')) {
        if (letters.pop() !== undefined) typed?.('\b')
      } else if (letter >= ' ' || isEnd(letter)) {
        letters.push(letter)
        typed?.(letter)
      }
    }
    wake?.()
  })
  input.on('end', () => {
    hasEnded = true
    wake?.()
  })
  input.pause()

  /** The next whole line, if there is one; at the end, what there is. */
  function takeLine(): string | undefined {
    const end = letters.findIndex(isEnd)
    if (end === -1) {
      const rest = hasEnded && letters.length > 0 ? letters.join('') : undefined
      if (hasEnded) letters = []
      return rest
    }
    const line = letters.slice(0, end).join('')
    const isPair = letters[end] === '\r' && letters[end + 1] === '\n'
    letters = letters.slice(end + (isPair ? 2 : 1))
    return line
  }

  return {
    async read({ echo, signal }) {
      if (isKeyboard) letters = []
      if (isKeyboard) input.setRawMode?.(true)
      if (isKeyboard && echo === 'letters') typed = (letter) => !isEnd(letter) && print(eraseOr(letter))
      input.resume()
      try {
        while (true) {
          const line = takeLine()
          if (line !== undefined || hasEnded || signal?.aborted === true) return line
          await new Promise<void>((resolve) => {
            wake = resolve
            signal?.addEventListener('abort', () => resolve(), { once: true })
          })
        }
      } finally {
        typed = undefined
        wake = undefined
        if (isKeyboard) input.setRawMode?.(false)
        input.pause()
        if (isKeyboard) print('\n')
      }
    },
    close() {
      input.pause()
    },
  }
}

const eraseOr = (letter: string) => (letter === '\b' ? '\b \b' : letter)
