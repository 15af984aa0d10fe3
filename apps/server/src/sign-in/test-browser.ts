import type { LightMyRequestResponse } from 'fastify'
import type { TestWorld } from '../test-world.ts'

/** A browser for tests: it keeps cookies, follows redirects, and reads the data that pages carry for their scripts. */
export interface TestBrowser {
  /** Open a page, following redirects. */
  open(path: string): Promise<OpenPage>
  /** Send what a page's script sends. */
  post(path: string, body: object): Promise<LightMyRequestResponse>
  /** Ask or send something else. */
  send(
    method: 'GET' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<LightMyRequestResponse>
  readonly cookies: Map<string, string>
}

/** A page that was opened. */
export interface OpenPage {
  readonly answer: LightMyRequestResponse
  /** Where the redirects ended. */
  readonly path: string
  readonly heading: string
  readonly flow: string
  /** The options of the ceremony that the page begins with. */
  readonly options: unknown
}

/** Open a browser with nothing in it. */
export function testBrowser({ app }: TestWorld, userAgent = 'Mozilla/5.0 (X11; Linux)'): TestBrowser {
  const cookies = new Map<string, string>()
  const headers = () => ({
    'user-agent': userAgent,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value, maxAge, expires } of answer.cookies) {
      const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() === 0)
      if (isGone) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  const open = async (path: string): Promise<OpenPage> => {
    const accept = { ...headers(), accept: 'text/html', 'sec-fetch-mode': 'navigate' }
    const answer = keep(await app.inject({ url: path, headers: accept }))
    const { location } = answer.headers
    if (location !== undefined) return await open(location)
    const data = JSON.parse(/<script[^>]*id="data">([^<]*)</.exec(answer.body)?.[1] ?? '{}')
    const heading = /<h1>([^<]*)</.exec(answer.body)?.[1] ?? ''
    const flow = data.flow ?? new URL(path, 'http://localhost').searchParams.get('flow') ?? ''
    return { answer, path, heading, flow, options: data.options }
  }

  return {
    open,
    async post(path, body) {
      const from = { ...headers(), 'sec-fetch-site': 'same-origin' }
      return keep(await app.inject({ method: 'POST', url: path, headers: from, payload: body }))
    },
    async send(method, path, body) {
      const from = { ...headers(), 'sec-fetch-site': 'same-origin' }
      return keep(await app.inject({ method, url: path, headers: from, ...(body && { payload: body }) }))
    },
    cookies,
  }
}
