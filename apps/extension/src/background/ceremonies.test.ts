import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Answered, Asked } from '../messages.ts'
import type { Conversation, Sender } from '../web-extension.ts'
import { newCeremonies } from './ceremonies.ts'

const origin = 'https://login.example.org'
const own = 'chrome-extension://ours/'
const request: Asked = { kind: 'get', options: { challenge: 'AAAA', rpId: 'login.example.org' } }
const credential: Answered = {
  outcome: 'credential',
  credential: {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
  },
}

afterEach(() => vi.useRealTimers())

/** A background whose windows are opened by nobody. */
function openBackground(openWindow?: () => Promise<number>) {
  const windows: string[] = []
  const closed: number[] = []
  const ceremonies = newCeremonies({
    now: () => new Date(),
    newId: () => `ceremony ${windows.length}`,
    isOurs: async (page) => page.origin === origin && page.rpId === 'login.example.org',
    openWindow: openWindow ?? (async (id) => windows.push(id)),
    closeWindow: async (id) => void closed.push(id),
    isOwnPage: (sender) => sender?.url?.startsWith(own) === true,
  })
  return { ceremonies, windows, closed }
}

/** One end of a conversation, for a test to hold the other. */
function converse(name: string, sender: Sender) {
  const heard: unknown[] = []
  const hearers: ((message: unknown) => void)[] = []
  const enders: (() => void)[] = []
  const conversation: Conversation<unknown, unknown> = {
    name,
    sender,
    postMessage: (message) => void heard.push(message),
    disconnect: () => undefined,
    onMessage: { addListener: (listener) => void hearers.push(listener), removeListener: () => undefined },
    onDisconnect: { addListener: (listener) => void enders.push(listener), removeListener: () => undefined },
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
  return {
    conversation,
    heard,
    async say(message: unknown) {
      for (const hear of hearers) hear(message)
      await settle()
    },
    async end() {
      for (const ender of enders) ender()
      await settle()
    },
  }
}

const fromPage = (different: Partial<Sender> = {}) =>
  converse('ceremony', { origin, url: `${origin}/sign-in`, frameId: 0, tab: { id: 1 }, ...different })
const fromWindow = (url = `${own}consent.html`) => converse('consent', { url })

describe('a page asks for a passkey', () => {
  test('the person is asked, and the page gets what came of it', async () => {
    const { ceremonies, windows, closed } = openBackground()
    const page = fromPage()
    const window = fromWindow()
    ceremonies.onConnect(page.conversation)
    ceremonies.onConnect(window.conversation)

    await page.say(request)
    await window.say({ takes: windows[0] })
    expect(window.heard).toMatchObject([{ ceremony: { origin, asked: { kind: 'get' } } }])
    expect(page.heard).toEqual([])
    await window.say({ answered: credential })

    expect(page.heard).toEqual([credential])
    expect(closed).toEqual([1])
  })

  test.each([
    ['on another origin', { origin: 'https://login.example.org.evil.example' }],
    ['that says it is elsewhere', { origin: 'https://evil.example', url: `${origin}/` }],
    ['in a frame', { frameId: 7 }],
    ['that is not shown yet', { documentLifecycle: 'prerender' }],
  ])('a page %s is left to the browser', async (_, different) => {
    const { ceremonies, windows } = openBackground()
    const page = fromPage(different)
    ceremonies.onConnect(page.conversation)

    await page.say(request)

    expect(page.heard).toEqual([{ outcome: 'native' }])
    expect(windows).toEqual([])
  })

  test.each([
    ['another relying party', { ...request, options: { ...request.options, rpId: 'example.org' } }],
    ['nothing that can be read', { kind: 'get', options: { challenge: '§' } }],
    ['nothing', undefined],
  ])('one that asks for %s is left to the browser', async (_, message) => {
    const { ceremonies, windows } = openBackground()
    const page = fromPage()
    ceremonies.onConnect(page.conversation)

    await page.say(message)

    expect(page.heard).toEqual([{ outcome: 'native' }])
    expect(windows).toEqual([])
  })

  test('nobody but our own window takes a ceremony, and only by its name', async () => {
    const { ceremonies, windows } = openBackground()
    const page = fromPage()
    const thief = fromWindow('https://login.example.org/consent.html')
    const guess = fromWindow()
    for (const { conversation } of [page, thief, guess]) ceremonies.onConnect(conversation)

    await page.say(request)
    await thief.say({ takes: windows[0] })
    await thief.say({ answered: credential })
    await guess.say({ takes: 'ceremony 1' })
    await guess.say({ answered: credential })

    expect(thief.heard).toEqual([])
    expect(guess.heard).toEqual([{ gone: true }])
    expect(page.heard).toEqual([])
  })

  test('a window that is closed says no', async () => {
    const { ceremonies } = openBackground()
    const page = fromPage()
    ceremonies.onConnect(page.conversation)
    await page.say(request)

    ceremonies.onWindowClosed(1)
    await expect.poll(() => page.heard).toMatchObject([{ outcome: 'refused', name: 'NotAllowedError' }])
  })

  test('a window that cannot be opened leaves no page waiting', async () => {
    const { ceremonies } = openBackground(() => Promise.reject(new Error('no window')))
    const page = fromPage()
    ceremonies.onConnect(page.conversation)

    await page.say(request)

    expect(page.heard).toMatchObject([{ outcome: 'refused', name: 'NotAllowedError' }])
  })

  test('a page that goes takes its window with it, and another may ask', async () => {
    const { ceremonies, windows, closed } = openBackground()
    const page = fromPage()
    const other = fromPage()
    const meanwhile = fromPage()
    for (const { conversation } of [page, other, meanwhile]) ceremonies.onConnect(conversation)
    await page.say(request)
    await meanwhile.say(request)

    await page.end()
    await other.say(request)

    expect(meanwhile.heard).toMatchObject([{ outcome: 'refused', name: 'NotAllowedError' }])
    expect(page.heard).toEqual([])
    expect(closed).toEqual([1])
    expect(windows).toHaveLength(2)
  })

  test('silence ends when the page said, and no sooner than a person can read', async () => {
    vi.useFakeTimers()
    const { ceremonies } = openBackground()
    const asked = { ...request, options: { ...request.options, timeout: 1 } }
    const answer = ceremonies.ask({ origin }, asked, new AbortController().signal)
    const early = await Promise.race([answer, vi.advanceTimersByTimeAsync(29_000).then(() => 'waits')])
    await vi.advanceTimersByTimeAsync(2000)

    expect(early).toBe('waits')
    expect(await answer).toMatchObject({ outcome: 'refused', name: 'NotAllowedError' })
  })
})
