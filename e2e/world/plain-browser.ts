/** What a server answered to one request. */
export interface PlainAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** Of JSON: what stands there. */
  // biome-ignore lint/suspicious/noExplicitAny: a story reads what it expects, and fails where it is not there.
  json(): any
}

/** What is sent. */
export interface PlainRequest {
  readonly body?: object | string
  readonly headers?: Readonly<Record<string, string>>
}

/** A browser without a screen, with cookies of its own: somebody far away, or one whose pages nobody needs to see. */
export interface PlainBrowser {
  /** Send one request, as a page of the server would. Redirects are not followed. */
  send(method: string, path: string, request?: PlainRequest): Promise<PlainAnswer>
  /** Open a page. @returns where the redirects ended, as far as they stay at the server */
  open(path: string): Promise<URL>
  /** `fetch` of a page of the server. */
  readonly fetch: typeof fetch
  cookie(): string
}

/** Open one that visits one server. */
export function openPlainBrowser(server: URL): PlainBrowser {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  const carry: typeof fetch = async (input, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie())
    if (!headers.has('origin')) headers.set('origin', server.origin)
    const answer = await fetch(input, { ...init, headers, redirect: 'manual' })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      const isGone = /;\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(set)
      if (isGone) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }

  const send: PlainBrowser['send'] = async (method, path, { body, headers = {} } = {}) => {
    const text = typeof body === 'object' ? JSON.stringify(body) : body
    const answer = await carry(new URL(path, server), {
      method,
      headers: {
        accept: 'application/json',
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text !== undefined && { body: text }),
    })
    const said = await answer.text()
    return { status: answer.status, headers: answer.headers, body: said, json: () => JSON.parse(said) }
  }

  return {
    send,
    async open(path) {
      let address = new URL(path, server)
      for (;;) {
        const { headers } = await send('GET', address.href, {
          headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate' },
        })
        const location = headers.get('location')
        if (location === null) return address
        address = new URL(location, address)
        if (address.origin !== server.origin) return address
      }
    },
    fetch: carry,
    cookie,
  }
}
