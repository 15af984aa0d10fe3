import type { ClientPlatform, CreationOptionsJson, RequestOptionsJson } from '@latchkey/ctap'
import type { FleetFailure } from './fleet.ts'
import type { OpenPage, PageBrowser } from './page-browser.ts'
import { simulatedDomain } from './simulated-domain.ts'

/** What somebody does when they are asked for a passkey on the way. */
export interface Answering {
  /** Absent: there is nothing to keep one. */
  readonly key?: ClientPlatform
  readonly failures: readonly FleetFailure[]
  readonly end: 'created' | 'given up' | 'not now'
  /** Where there is no *not now*. Absent: they close the window. */
  readonly whenHeld?: 'makes one' | 'gives up'
}

/** How a visit ended. */
export interface VisitEnd {
  readonly path: string
  readonly created: boolean
  /** They came to a page that let nobody on without a passkey. */
  readonly held: boolean
}

/** Somebody at the pages of sign-in. */
export interface VisitDeps {
  readonly browser: PageBrowser
  readonly origin: string
  /** Let time pass: people take it. Seconds. */
  readonly pass: (seconds: number) => void
}

/** A visit went where the simulation does not know its way: the pages have changed, or the rules keep people out. */
export class LostOnTheWay extends Error {
  override readonly name = 'LostOnTheWay'
}

/** More pages than any visit has. */
const mostPages = 12

/** Sign in with a password or a pass, and answer whatever is asked after that. */
export async function signInWithSecret(
  deps: VisitDeps,
  who: { readonly userName: string; readonly kind: 'password' | 'pass'; readonly secret: string },
  answering: Answering,
): Promise<VisitEnd> {
  const { browser, pass } = deps
  const { flow } = await typeName(deps, who.userName)
  pass(8)
  const next = await post(browser, `/sign-in/${who.kind}`, { flow, value: who.secret })
  return await goOn(deps, next, answering)
}

/** Read the setup guide, from a mail's link or by typing the address; the page's script says that somebody did. */
export async function readGuide({ browser, pass }: VisitDeps, link: string | undefined): Promise<void> {
  const { path } = await browser.open(link ?? `/setup?domain=${simulatedDomain}`)
  pass(30)
  const { search, searchParams } = new URL(path, 'http://localhost')
  const mail = searchParams.get('m')
  await browser.post('/setup/opened', { search, ...(mail !== null && { mail }) })
}

/** Sign in with a passkey. */
export async function signInWithPasskey(
  deps: VisitDeps,
  userName: string,
  key: ClientPlatform,
): Promise<VisitEnd> {
  const next = await usePasskey(deps, await typeName(deps, userName), key)
  return await goOn(deps, next, { key, failures: [], end: 'not now' })
}

/** @returns where it goes on */
async function usePasskey(
  { browser, origin, pass }: VisitDeps,
  page: OpenPage,
  key: ClientPlatform,
): Promise<string> {
  pass(3)
  const begun = page.options ?? (await ask(browser, '/sign-in/passkey/begin', { flow: page.flow })).options
  const response = await key.get(toRequestOptions(begun), { origin })
  return await post(browser, '/sign-in/passkey/finish', { flow: page.flow, response })
}

async function typeName({ browser, pass }: VisitDeps, userName: string): Promise<OpenPage> {
  const { flow } = await browser.open('/security-info')
  pass(5)
  return await browser.open(await post(browser, '/sign-in/name', { flow, userName }))
}

/** Go through the pages between the proof and Security info. */
async function goOn(deps: VisitDeps, start: string, answering: Answering): Promise<VisitEnd> {
  const { browser } = deps
  let url = start
  let created = false
  let held = false
  for (let pages = 0; pages < mostPages; pages++) {
    if (!url.startsWith('/sign-in/')) return { path: url, created, held }
    const page = await browser.open(url)
    const step = /^\/sign-in\/([a-z-]+)/.exec(page.path)?.[1]
    if (step === 'secure' || step === 'nudge') {
      held ||= !page.isOptional
      const made = await answerQuestion(deps, page, step, whereItIs(page, answering))
      if (made === undefined) return { path: page.path, created, held }
      created ||= made.created
      url = made.url
    } else if (step === 'default' || step === 'stay') {
      url = await post(browser, `/sign-in/${step}`, { flow: page.flow, answer: 'no' })
    } else if (step === 'second') {
      url = await post(browser, '/sign-in/skip', { flow: page.flow, answer: 'second' })
    } else if (step === 'passkey' && created && answering.key !== undefined) {
      // Where nothing else lets anybody in, the new one is used at once.
      url = await usePasskey(deps, page, answering.key)
    } else if (step === 'stronger') {
      return { path: page.path, created, held: true }
    } else if (!page.path.startsWith('/sign-in')) {
      return { path: page.path, created, held }
    } else {
      throw new LostOnTheWay(`a visit came to ${page.path.split('?')[0]} (${page.answer.statusCode})`)
    }
  }
  throw new LostOnTheWay(`a visit never ended, last at ${url.split('?')[0]}`)
}

/** Whoever wanted to put it off and cannot does something else. */
function whereItIs({ isOptional }: OpenPage, answering: Answering): Answering {
  if (isOptional || answering.end !== 'not now') return answering
  return { ...answering, end: answering.whenHeld === 'makes one' ? 'created' : 'given up' }
}

/** @returns where it goes on; `undefined` if the window was closed */
async function answerQuestion(
  { browser, origin, pass }: VisitDeps,
  page: OpenPage,
  question: 'secure' | 'nudge',
  { key, failures, end }: Answering,
): Promise<{ readonly url: string; readonly created: boolean } | undefined> {
  const { flow } = page
  for (const failure of failures) {
    await browser.post('/sign-in/register/begin', { flow, kind: 'this-device' })
    pass(failure.elapsedMilliseconds / 1000)
    await browser.post('/sign-in/report', { flow, failure: toReport(failure) })
  }
  if (end === 'not now') {
    const skipped =
      question === 'nudge'
        ? await browser.post('/sign-in/nudge', { flow, answer: 'skip' })
        : await browser.post('/sign-in/skip', { flow, answer: question })
    const { navigate } = skipped.json()
    return typeof navigate === 'string' ? { url: navigate, created: false } : undefined
  }
  if (end === 'given up' || key === undefined) return undefined
  const begun = await browser.post('/sign-in/register/begin', { flow, kind: 'this-device' })
  // Whoever waited out a prompt has to prove again who they are: they come back another day.
  if (begun.statusCode === 403) return undefined
  pass(7)
  const response = await key.create(toCreationOptions(begun.json().options), { origin })
  const made = await browser.post('/sign-in/register/finish', { flow, kind: 'this-device', response })
  if (made.statusCode === 403) return undefined
  const named = await browser.open(made.json().navigate)
  pass(6)
  const url = await post(browser, '/sign-in/name-passkey', { flow: named.flow, value: 'My passkey' })
  return { url, created: true }
}

/** What the page's script sends of a prompt that failed. */
function toReport({ name, elapsedMilliseconds }: FleetFailure): object {
  return {
    ceremony: 'create',
    name,
    message: '',
    elapsedMilliseconds,
    timeoutMilliseconds: 300_000,
    automatic: false,
    focused: true,
    framed: false,
    secure: true,
    transports: [],
    capabilities: { passkeyPlatformAuthenticator: name !== 'UnknownError' },
  }
}

async function ask(browser: PageBrowser, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await browser.post(path, body)
  if (answer.statusCode >= 400)
    throw new LostOnTheWay(`${path} answered ${answer.statusCode} ${answer.json().type}`)
  return answer.json()
}

/** Send what a page's script sends. @returns where it leads */
async function post(browser: PageBrowser, path: string, body: object): Promise<string> {
  const { navigate } = await ask(browser, path, body)
  if (typeof navigate !== 'string') throw new LostOnTheWay(`${path} leads nowhere`)
  return navigate
}

const toCreationOptions = (options: unknown): CreationOptionsJson => JSON.parse(JSON.stringify(options))
const toRequestOptions = (options: unknown): RequestOptionsJson => JSON.parse(JSON.stringify(options))
