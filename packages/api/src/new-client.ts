import { ApiProblem, offlineCode, toProblem } from './api-problem.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** What goes with a request besides its body. */
export interface Ask {
  /** Sent as JSON, unless it is bytes. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

/** A page of a list, as OData has it. */
export interface Page<Item> {
  readonly value: readonly Item[]
  /** Where the next page is; absent on the last one. */
  readonly '@odata.nextLink'?: string
  readonly '@odata.count'?: number
}

/**
 * What the pages ask the server with. A path begins with `/`; what stands before it was said when the client was made.
 * Everything throws `ApiProblem`.
 */
export interface Client {
  get<T>(path: string, ask?: Omit<Ask, 'body'>): Promise<T>
  /**
   * Change something. If the server wants to know anew who asks (`fresh_sign_in_needed`), the person is asked in place,
   * and then it is tried once more.
   */
  send<T>(method: Exclude<Method, 'GET'>, path: string, ask?: Ask): Promise<T>
  /** The next page of a list, by the link in the one before. */
  next<T>(link: string, ask?: Omit<Ask, 'body'>): Promise<T>
}

/** What a client needs of its surroundings. */
export interface ClientDeps {
  /** What stands before every path: `/admin/api/v1.0`. */
  readonly base: string
  readonly fetch: typeof fetch
  /** Ask the person to prove themselves. @returns whether they did */
  confirm(): Promise<boolean>
  /** The session is over, or too weak: the page is left for the sign-in pages. */
  leave(): void
}

const leaving: ReadonlySet<string> = new Set(['session_ended', 'stronger_sign_in_needed'])

/** Make a client. */
export function newClient({ base, fetch, confirm, leave }: ClientDeps): Client {
  const once = async <T>(method: Method, url: string, { body, headers, signal }: Ask): Promise<T> => {
    const response = await reach(() =>
      fetch(url, {
        method,
        headers: { accept: 'application/json', ...typeOf(body), ...headers },
        ...(body !== undefined && { body: toBody(body) }),
        ...(signal && { signal }),
      }),
    )
    const answer = await readAnswer(response)
    if (response.ok) return answer
    const problem = toProblem(response.status, answer, response.headers.get('x-correlation-id') ?? undefined)
    if (leaving.has(problem.code)) leave()
    throw problem
  }
  return {
    get: (path, ask = {}) => once('GET', base + path, ask),
    async send(method, path, ask = {}) {
      try {
        return await once(method, base + path, ask)
      } catch (problem) {
        if (!(problem instanceof ApiProblem) || problem.code !== 'fresh_sign_in_needed') throw problem
        if (!(await confirm())) throw problem
        return await once(method, base + path, ask)
      }
    },
    next(link, ask = {}) {
      const { pathname, search } = new URL(link, 'http://latchkey.invalid')
      return once('GET', `${base.replace(/\/(v1\.0|beta)$/, '')}${pathname}${search}`, ask)
    },
  }
}

function typeOf(body: unknown): Record<string, string> {
  return body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' }
}

function toBody(body: unknown): string | Blob {
  return body instanceof Blob ? body : JSON.stringify(body)
}

async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem({ status: 0, code: offlineCode }, { cause })
  }
}

async function readAnswer(response: Response) {
  const text = await reach(() => response.text())
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    // Something between us answered: a proxy's page, say. The status says what it was.
    return undefined
  }
}
