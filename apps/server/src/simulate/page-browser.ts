import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/** A browser without a screen: it keeps cookies, follows redirects, and reads the data that pages carry for their scripts. */
export interface PageBrowser {
  /** Open a page, following redirects. */
  open(path: string): Promise<OpenPage>
  /** Send what a page's script sends. */
  post(path: string, body: object): Promise<LightMyRequestResponse>
  /** Ask or send something else. */
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
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
  /** There is a *not now* on it. */
  readonly isOptional: boolean
}

/** What a browser says of itself, and where it is. */
export interface BrowserKind {
  readonly userAgent: string
  readonly headers?: Readonly<Record<string, string>>
  readonly ipAddress?: string
}

/** Open a browser with nothing in it. */
export function pageBrowser(
  app: FastifyInstance,
  { userAgent, headers, ipAddress }: BrowserKind,
): PageBrowser {
  const cookies = new Map<string, string>()
  const from = ipAddress === undefined ? {} : { remoteAddress: ipAddress }
  const said = () => ({
    ...headers,
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
    const accept = { ...said(), accept: 'text/html', 'sec-fetch-mode': 'navigate' }
    const answer = keep(await app.inject({ url: path, headers: accept, ...from }))
    const { location } = answer.headers
    if (location !== undefined) return await open(location)
    const data = JSON.parse(/<script[^>]*id="data">([^<]*)</.exec(answer.body)?.[1] ?? '{}')
    const heading = /<h1>([^<]*)</.exec(answer.body)?.[1] ?? ''
    const flow = data.flow ?? new URL(path, 'http://localhost').searchParams.get('flow') ?? ''
    const isOptional = answer.body.includes('id="skip"')
    return { answer, path, heading, flow, options: data.options, isOptional }
  }
  const send: PageBrowser['send'] = async (method, path, body, more) => {
    const own = { ...said(), 'sec-fetch-site': 'same-origin', ...more }
    return keep(
      await app.inject({ method, url: path, headers: own, ...from, ...(body && { payload: body }) }),
    )
  }
  return { open, post: (path, body) => send('POST', path, body), send, cookies }
}
