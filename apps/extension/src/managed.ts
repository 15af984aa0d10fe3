import { webExtension } from './web-extension.ts'

/** What the organisation that manages the browser has decided. */
export interface Managed {
  /** Origins of servers whose accounts may be added; absent: any. */
  readonly servers?: readonly string[]
  readonly webAuthenticationProxy: boolean
}

/** Read it. Browsers that nobody manages have nothing to say, and Firefox says so with an error. */
export async function readManaged(): Promise<Managed> {
  const { servers, webAuthenticationProxy } = await webExtension.storage.managed
    .get()
    .catch((): Readonly<Record<string, unknown>> => ({}))
  const origins = Array.isArray(servers)
    ? servers
        .filter((server) => typeof server === 'string' && URL.canParse(server))
        .map((server) => new URL(server).origin)
    : undefined
  return {
    ...(origins && { servers: origins }),
    webAuthenticationProxy: webAuthenticationProxy === true,
  }
}
