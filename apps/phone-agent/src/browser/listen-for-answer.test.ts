import { describe, expect, onTestFinished, test } from 'vitest'
import { listenForAnswer } from './listen-for-answer.ts'

const words = { title: 'You are signed in', text: 'Go back to the terminal.' }

async function listen() {
  const listener = await listenForAnswer('of-this-sign-in', words)
  onTestFinished(() => listener.close())
  return listener
}

describe('waiting for the browser to come back', () => {
  test('gives the address it came back with, and tells the person where to go on', async () => {
    const { redirectUri, answer } = await listen()

    const response = await fetch(`${redirectUri}?code=abc&state=of-this-sign-in`)

    expect((await answer).searchParams.get('code')).toBe('abc')
    expect(await response.text()).toContain('Go back to the terminal.')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'")
  })

  test.each(['?code=abc', '?code=abc&state=of-another', 'favicon.ico?state=of-this-sign-in'])(
    'is not ended by %s',
    async (path) => {
      const { redirectUri, answer } = await listen()

      const stranger = await fetch(`${redirectUri}${path}`)
      await fetch(`${redirectUri}?code=ours&state=of-this-sign-in`)

      expect(stranger.status).toBe(404)
      expect((await answer).searchParams.get('code')).toBe('ours')
    },
  )

  test('is on loopback alone', async () => {
    expect((await listen()).redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })
})
