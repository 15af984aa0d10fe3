import type { Answered, Asked } from '../messages.ts'
import type { ProxyRequest, WebAuthenticationProxy } from '../web-extension.ts'
import type { Ceremonies } from './ceremonies.ts'
import { readAsked } from './read-asked.ts'

/** Chromium’s way to ask us instead of its own authenticators. */
export interface Proxy {
  /**
   * Have it do so, on every site; or not any more.
   *
   * @returns whether it does: another extension may be in the way, or the permission missing
   */
  follow(managed: { readonly webAuthenticationProxy: boolean }): Promise<boolean>
}

/**
 * Be ready to be asked by Chromium. Pages then see the browser’s own functions and objects, and frames of other origins
 * are told apart; but nothing falls through to another authenticator, autofill is off, and signals do not arrive. So it
 * is for browsers whose passkeys are all kept here, and for who manages them to decide.
 *
 * It listens from the very start: a request starts a background that was ended, and is heard by nobody who listens later.
 *
 * @param find the browser’s side of it, which is there once the permission is
 * @see https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy
 */
export function openProxy(
  ceremonies: Pick<Ceremonies, 'ask'>,
  find: () => WebAuthenticationProxy | undefined,
): Proxy {
  let heard: WebAuthenticationProxy | undefined
  const listen = () => {
    const proxy = find()
    if (proxy !== undefined && heard === undefined) answerRequests(proxy, ceremonies)
    heard = proxy
    return proxy
  }
  listen()
  return {
    async follow({ webAuthenticationProxy }) {
      const proxy = listen()
      if (proxy === undefined) return false
      if (!webAuthenticationProxy) {
        await proxy.detach()
        return false
      }
      // It answers with what is in the way.
      return (await proxy.attach()) === undefined
    },
  }
}

function answerRequests(proxy: WebAuthenticationProxy, ceremonies: Pick<Ceremonies, 'ask'>): void {
  const running = new Map<number, AbortController>()
  const answer = async (kind: Asked['kind'], request: ProxyRequest) => {
    const stopped = new AbortController()
    running.set(request.requestId, stopped)
    const answered = await askAbout(ceremonies, kind, request, stopped.signal)
    running.delete(request.requestId)
    if (stopped.signal.aborted) return
    // The page may have gone this very moment.
    await complete(proxy, kind, request.requestId, answered).catch(() => undefined)
  }
  proxy.onCreateRequest.addListener((request) => void answer('create', request))
  proxy.onGetRequest.addListener((request) => void answer('get', request))
  proxy.onRequestCanceled.addListener((requestId) => running.get(requestId)?.abort())
  proxy.onIsUvpaaRequest.addListener(({ requestId }) => {
    void proxy.completeIsUvpaaRequest({ requestId, isUvpaa: true }).catch(() => undefined)
  })
}

async function askAbout(
  ceremonies: Pick<Ceremonies, 'ask'>,
  kind: Asked['kind'],
  { requestDetailsJson }: ProxyRequest,
  signal: AbortSignal,
): Promise<Answered> {
  const options: unknown = JSON.parse(requestDetailsJson)
  const asked = readAsked({ kind, options })
  const page = readPage(options)
  if (asked === undefined || page === undefined) return { outcome: 'native' }
  return ceremonies.ask(page, asked, signal)
}

/** Chromium says in the options where the page is. Frames of other origins get nothing. */
function readPage(options: unknown): { readonly origin: string } | undefined {
  const extensions = Reflect.get(Object(options), 'extensions')
  const said = Reflect.get(Object(extensions), 'remoteDesktopClientOverride')
  const origin: unknown = Reflect.get(Object(said), 'origin')
  const isFramed = Reflect.get(Object(said), 'sameOriginWithAncestors') === false
  return typeof origin === 'string' && !isFramed ? { origin } : undefined
}

function complete(
  proxy: WebAuthenticationProxy,
  kind: Asked['kind'],
  requestId: number,
  answered: Answered,
): Promise<void> {
  const done =
    kind === 'create'
      ? (answer: Parameters<typeof proxy.completeCreateRequest>[0]) => proxy.completeCreateRequest(answer)
      : (answer: Parameters<typeof proxy.completeGetRequest>[0]) => proxy.completeGetRequest(answer)
  switch (answered.outcome) {
    case 'credential':
      return done({ requestId, responseJson: JSON.stringify(answered.credential) })
    case 'refused':
      return done({ requestId, error: { name: answered.name, message: answered.message } })
    case 'native':
      return done({ requestId, error: { name: 'NotAllowedError', message: 'Nothing here fits.' } })
  }
}
