/**
 * What we use of the WebExtensions API, as Chromium and Firefox have it in common under `chrome`. What only one has is
 * optional.
 *
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API
 */
interface WebExtension {
  readonly runtime: {
    readonly id: string
    getURL(path: string): string
    getManifest(): { readonly version: string }
    getPlatformInfo(): Promise<{ readonly os: string }>
    /** Between parts of ours, that know what the other says. */
    connect<Heard, Said>(how: { readonly name: string }): Conversation<Heard, Said>
    sendMessage(message: unknown): Promise<unknown>
    readonly onConnect: Listened<(conversation: Conversation<unknown, unknown>) => void>
    readonly onMessage: Listened<
      (message: unknown, sender: Sender, answer: (value: unknown) => void) => boolean | undefined
    >
    readonly onInstalled: Listened<() => void>
    readonly onStartup: Listened<() => void>
  }
  readonly windows: {
    create(how: WindowPlace): Promise<{ readonly id?: number } | undefined>
    getLastFocused(): Promise<{ left?: number; top?: number; width?: number; height?: number }>
    remove(windowId: number): Promise<void>
    readonly onRemoved: Listened<(windowId: number) => void>
  }
  readonly tabs: {
    create(how: { readonly url: string; readonly active?: boolean }): Promise<Tab>
    update(tabId: number, change: { readonly active?: boolean; readonly url?: string }): Promise<unknown>
    remove(tabId: number): Promise<void>
    getCurrent(): Promise<Tab | undefined>
    query(which: { readonly url?: string }): Promise<readonly Tab[]>
    readonly onUpdated: Listened<(tabId: number, change: { readonly url?: string }) => void>
    readonly onRemoved: Listened<(tabId: number) => void>
  }
  readonly permissions: {
    request(what: Permissions): Promise<boolean>
    contains(what: Permissions): Promise<boolean>
  }
  readonly scripting: {
    getRegisteredContentScripts(): Promise<readonly ContentScript[]>
    registerContentScripts(scripts: readonly ContentScript[]): Promise<void>
    unregisterContentScripts(which: { readonly ids: readonly string[] }): Promise<void>
  }
  readonly storage: {
    readonly managed: { get(): Promise<Readonly<Record<string, unknown>>> }
    readonly onChanged: Listened<(changes: Readonly<Record<string, unknown>>, area: string) => void>
    readonly session: Drawer
    readonly local: Drawer
  }
  readonly action: {
    setBadgeText(what: { readonly text: string }): Promise<void>
    setBadgeBackgroundColor(what: { readonly color: string }): Promise<void>
  }
  /** Chromium alone, and only where the organisation switched it on. */
  readonly webAuthenticationProxy?: WebAuthenticationProxy
}

interface Permissions {
  readonly origins?: readonly string[]
  readonly permissions?: readonly string[]
}

/** Something that calls back. */
export interface Listened<Listener> {
  addListener(listener: Listener): void
  removeListener(listener: Listener): void
}

/** Who sent a message: said by the browser, not by the sender. */
export interface Sender {
  readonly id?: string
  readonly origin?: string
  readonly url?: string
  readonly frameId?: number
  readonly documentLifecycle?: string
  readonly tab?: Tab
}

/** One end of a conversation between the parts of an extension. */
export interface Conversation<Heard, Said> {
  readonly name: string
  readonly sender?: Sender
  postMessage(message: Said): void
  disconnect(): void
  readonly onMessage: Listened<(message: Heard) => void>
  readonly onDisconnect: Listened<() => void>
}

export interface Tab {
  readonly id?: number
  readonly active?: boolean
  readonly url?: string
}

interface WindowPlace {
  readonly url: string
  readonly type: 'popup'
  readonly width: number
  readonly height: number
  readonly left?: number
  readonly top?: number
  readonly focused: boolean
}

interface ContentScript {
  readonly id: string
  readonly matches: readonly string[]
  readonly js: readonly string[]
  readonly runAt: 'document_start'
  readonly world: 'MAIN' | 'ISOLATED'
  readonly allFrames: boolean
  readonly persistAcrossSessions: boolean
}

interface Drawer {
  get(key: string): Promise<Readonly<Record<string, unknown>>>
  set(items: Readonly<Record<string, unknown>>): Promise<void>
  remove(key: string): Promise<void>
}

/** @see https://developer.chrome.com/docs/extensions/reference/api/webAuthenticationProxy */
export interface WebAuthenticationProxy {
  attach(): Promise<string | undefined>
  detach(): Promise<string | undefined>
  completeCreateRequest(answer: ProxyAnswer): Promise<void>
  completeGetRequest(answer: ProxyAnswer): Promise<void>
  completeIsUvpaaRequest(answer: { readonly requestId: number; readonly isUvpaa: boolean }): Promise<void>
  readonly onCreateRequest: Listened<(request: ProxyRequest) => void>
  readonly onGetRequest: Listened<(request: ProxyRequest) => void>
  readonly onIsUvpaaRequest: Listened<(request: { readonly requestId: number }) => void>
  readonly onRequestCanceled: Listened<(requestId: number) => void>
}

export interface ProxyRequest {
  readonly requestId: number
  readonly requestDetailsJson: string
}

interface ProxyAnswer {
  readonly requestId: number
  readonly responseJson?: string
  readonly error?: { readonly name: string; readonly message: string }
}

declare const chrome: WebExtension

/** The browser's side of an extension. */
export const webExtension: WebExtension = chrome
