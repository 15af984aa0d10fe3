/** What the server writes before this script: everything the app needs to open, and a name for just that. */
interface Shell {
  readonly version: string
  /** The document first. */
  readonly urls: readonly string[]
}

interface WorkerScope {
  readonly shell: Shell
  readonly location: { readonly origin: string }
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void>; openWindow(url: string): Promise<unknown> }
  addEventListener(type: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(type: 'push', listen: (event: PushEvent) => void): void
  addEventListener(type: 'notificationclick', listen: (event: NotificationClick) => void): void
  readonly registration: {
    showNotification(title: string, options: { readonly body: string; readonly tag: string }): Promise<void>
  }
}

interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void
}

interface PushEvent extends ExtendableEvent {
  readonly data: { json(): unknown } | null
}

interface NotificationClick extends ExtendableEvent {
  readonly notification: { readonly tag: string; close(): void }
}

interface FetchEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

declare const self: WorkerScope

const { version, urls } = self.shell
const [documentUrl = '/authenticator'] = urls
const cacheName = `latchkey-authenticator-${version}`

/** How long the network has to answer before the document that was kept is shown, in milliseconds. */
const patienceMilliseconds = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || request.method !== 'GET') return
  if (pathname.startsWith('/authenticator/assets/')) event.respondWith(findPart(request))
  else if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(findDocument(request))
})

// Nothing of an account comes along: somebody waits, and the app asks for what.
self.addEventListener('push', (event) => {
  event.waitUntil(notify(isCall(event.data?.json()) ? callTag : 'approval'))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const isOfCall = event.notification.tag === callTag
  event.waitUntil(self.clients.openWindow(isOfCall ? '/authenticator' : '/authenticator/approvals'))
})

/** What a linked browser shows up as: any page of the app answers it. */
const callTag = 'call'

function isCall(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'calling' in said
}

async function notify(tag: 'call' | 'approval'): Promise<void> {
  const kept = await caches.match('/authenticator/notification-words')
  const words: unknown = await kept?.json().catch(() => undefined)
  const read = (name: string) => String(new Map(Object.entries(words ?? {})).get(name) ?? '')
  await self.registration.showNotification(read('title') || 'Authenticator', {
    body: read('body'),
    tag,
  })
}

/** What is asked of the server is never answered from here, nor is the way back from a sign-in. */
function isPage(pathname: string): boolean {
  return !/^\/authenticator\/(api|added)(\/|$)/.test(pathname)
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(urls.map((url) => new Request(url, { cache: 'no-cache' })))
  await self.skipWaiting()
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith('latchkey-authenticator-') && name !== cacheName)
  await Promise.all(others.map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** Parts are named after what is in them: what was kept is right. */
async function findPart(request: Request): Promise<Response> {
  const kept = await caches.match(request.url)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(cacheName)).put(request.url, answer.clone())
  return answer
}

/** The newest document if the network has it soon; else the one that was kept. */
async function findDocument(request: Request): Promise<Response> {
  const kept = await caches.match(documentUrl)
  const fromNetwork = fetch(request)
  if (kept === undefined) return await fromNetwork
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), patienceMilliseconds))
  return await Promise.race([fromNetwork.catch(() => kept), late])
}

// A script of its own: what it names is not the page's.
export {}
