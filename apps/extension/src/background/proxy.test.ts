import { describe, expect, test } from 'vitest'
import type { Answered, Asked } from '../messages.ts'
import type { Listened, ProxyRequest, WebAuthenticationProxy } from '../web-extension.ts'
import type { Ceremonies } from './ceremonies.ts'
import { openProxy } from './proxy.ts'

const origin = 'https://login.example.org'
const managed = { webAuthenticationProxy: true }

/** As Chromium 156 wrote them, but for the origin and the RP ID. */
const seen = {
  create:
    '{"attestation":"direct","authenticatorSelection":{"residentKey":"required","userVerification":"required"},"challenge":"AAAAAAAAAAAAAAAAAAAAAA","excludeCredentials":[],"extensions":{"credProps":true,"prf":{},"remoteDesktopClientOverride":{"origin":"https://login.example.org","sameOriginWithAncestors":true}},"pubKeyCredParams":[{"alg":-7,"type":"public-key"}],"rp":{"id":"login.example.org","name":"Some"},"timeout":180000,"user":{"displayName":"A","id":"AAAAAAAAAAAAAAAAAAAAAA","name":"a"}}',
  get: '{"allowCredentials":[],"challenge":"AAAAAAAAAAAAAAAAAAAAAA","extensions":{"prf":{"eval":{"first":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}},"remoteDesktopClientOverride":{"origin":"https://login.example.org","sameOriginWithAncestors":true}},"rpId":"login.example.org","timeout":180000,"userVerification":"required"}',
}

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

/** Something that calls back whoever listens. */
function event<Given>(): Listened<(given: Given) => void> & { tell(given: Given): void } {
  const listeners = new Set<(given: Given) => void>()
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    tell: (given) => {
      for (const listener of listeners) listener(given)
    },
  }
}

/** A Chromium that asks. */
function newBrowser(inTheWay: string | undefined = undefined) {
  const answers: unknown[] = []
  const attached = { isAttached: false }
  const answer = async (given: unknown) => void answers.push(given)
  const browser = {
    onCreateRequest: event<ProxyRequest>(),
    onGetRequest: event<ProxyRequest>(),
    onIsUvpaaRequest: event<{ readonly requestId: number }>(),
    onRequestCanceled: event<number>(),
    completeCreateRequest: answer,
    completeGetRequest: answer,
    completeIsUvpaaRequest: answer,
    async attach() {
      attached.isAttached = inTheWay === undefined
      return inTheWay
    },
    async detach() {
      attached.isAttached = false
      return undefined
    },
  } satisfies WebAuthenticationProxy
  return { browser, answers, attached }
}

/** One, and a person who decides. */
function openBrowser(
  decide: Ceremonies['ask'] = async () => ({ outcome: 'native' }),
  inTheWay: string | undefined = undefined,
) {
  const opened = newBrowser(inTheWay)
  const asked: { readonly page: { readonly origin: string }; readonly asked: Asked }[] = []
  const ask: Ceremonies['ask'] = (page, what, signal) => {
    asked.push({ page, asked: what })
    return decide(page, what, signal)
  }
  return { ...opened, asked, proxy: openProxy({ ask }, () => opened.browser) }
}

describe('being asked by the browser itself', () => {
  test('a page’s request comes before the person, from where the browser says', async () => {
    const { browser, answers, asked } = openBrowser(async () => credential)

    browser.onGetRequest.tell({ requestId: -7, requestDetailsJson: seen.get })
    await expect.poll(() => answers).toHaveLength(1)

    expect(asked).toMatchObject([{ page: { origin }, asked: { kind: 'get' } }])
    expect(asked[0]?.asked.options).toMatchObject({ rpId: 'login.example.org', timeout: 180_000 })
    expect(asked[0]?.asked.options.extensions).toEqual({ prf: { eval: { first: 'A'.repeat(43) } } })
    expect(answers).toEqual([{ requestId: -7, responseJson: JSON.stringify(credential.credential) }])
  })

  test('so does one for a new passkey, with all that it asks for', async () => {
    const { browser, answers, asked } = openBrowser(async () => ({
      outcome: 'refused',
      name: 'InvalidStateError',
      message: 'There is one.',
    }))

    browser.onCreateRequest.tell({ requestId: 3, requestDetailsJson: seen.create })
    await expect.poll(() => answers).toHaveLength(1)

    expect(asked[0]?.asked.options).toMatchObject({
      rp: { id: 'login.example.org' },
      attestation: 'direct',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    })
    expect(answers).toEqual([
      { requestId: 3, error: { name: 'InvalidStateError', message: 'There is one.' } },
    ])
  })

  test('what is not for us is refused: there is nobody else it could go to', async () => {
    const { browser, answers } = openBrowser()

    browser.onGetRequest.tell({ requestId: 1, requestDetailsJson: seen.get })

    await expect.poll(() => answers).toMatchObject([{ error: { name: 'NotAllowedError' } }])
  })

  test.each([
    ['a frame of another origin', seen.get.replace('Ancestors":true', 'Ancestors":false')],
    ['nobody knows where', seen.get.replace('remoteDesktopClientOverride', 'appid')],
    ['a page, that cannot be read', seen.get.replace('"challenge"', '"challenged"')],
  ])('one from %s comes before nobody', async (_, requestDetailsJson) => {
    const { browser, answers, asked } = openBrowser(async () => credential)

    browser.onGetRequest.tell({ requestId: 1, requestDetailsJson })

    await expect.poll(() => answers).toMatchObject([{ error: { name: 'NotAllowedError' } }])
    expect(asked).toEqual([])
  })

  test('one that is taken back is answered no more', async () => {
    const gone = Promise.withResolvers<void>()
    const { browser, answers } = openBrowser(async (_page, _asked, signal) => {
      signal.addEventListener('abort', () => gone.resolve())
      await gone.promise
      return credential
    })

    browser.onGetRequest.tell({ requestId: 4, requestDetailsJson: seen.get })
    browser.onRequestCanceled.tell(4)
    await gone.promise
    await new Promise((resolve) => setTimeout(resolve))

    expect(answers).toEqual([])
  })

  test('a page that wants to know whether there is an authenticator is told so', async () => {
    const { browser, answers } = openBrowser()

    browser.onIsUvpaaRequest.tell({ requestId: 5 })

    expect(answers).toEqual([{ requestId: 5, isUvpaa: true }])
  })
})

describe('following who manages the browser', () => {
  test('asks to be asked, and takes it back', async () => {
    const { proxy, attached } = openBrowser()

    expect(await proxy.follow(managed)).toBe(true)
    expect(attached.isAttached).toBe(true)
    expect(await proxy.follow({ webAuthenticationProxy: false })).toBe(false)
    expect(attached.isAttached).toBe(false)
  })

  test('does not hold another extension for itself', async () => {
    const { proxy } = openBrowser(undefined, 'Another extension is already attached')

    expect(await proxy.follow(managed)).toBe(false)
  })

  test('waits for the permission, and answers each request once then', async () => {
    const { browser, answers } = newBrowser()
    const ask: Ceremonies['ask'] = async () => credential
    let found: WebAuthenticationProxy | undefined
    const proxy = openProxy({ ask }, () => found)
    expect(await proxy.follow(managed)).toBe(false)

    found = browser
    expect(await proxy.follow(managed)).toBe(true)
    expect(await proxy.follow(managed)).toBe(true)
    browser.onGetRequest.tell({ requestId: 6, requestDetailsJson: seen.get })
    await expect.poll(() => answers).not.toEqual([])
    await new Promise((resolve) => setTimeout(resolve))

    expect(answers).toHaveLength(1)
  })
})
