import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bidi, connectBidi, member } from './bidi.ts'
import { patience } from './patience.ts'

const executable = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr'

/** Firefox ESR, headless, with an empty profile, driven by WebDriver BiDi. */
export interface Firefox {
  readonly bidi: Bidi
  /** Install an extension until Firefox ends. @param folder with its manifest. @returns its id */
  installExtension(folder: string): Promise<string>
  /** Give out this page whenever that address is asked for, in the place of what is there. */
  answerFor(url: string, page: string): Promise<void>
  /** Open a tab. */
  openPage(): Promise<FirefoxPage>
  /**
   * The tabs there are, those opened by pages and extensions among them.
   *
   * @param begin how their address begins
   */
  listPages(begin?: string): Promise<readonly FirefoxPage[]>
  close(): Promise<void>
}

/** One tab. It waits for what has to come. */
export interface FirefoxPage {
  /** The browsing context, as BiDi calls it. */
  readonly context: string
  goto(url: string): Promise<void>
  url(): Promise<string>
  /**
   * Run a function in the page, with arguments of JSON; its answer, of JSON too, comes back once it is there.
   *
   * @throws Error what the function threw
   */
  evaluate<Arguments extends readonly unknown[], T>(
    run: (...given: Arguments) => T | Promise<T>,
    ...given: Arguments
  ): Promise<T>
  /** Until a selector finds something that is shown, and holds the text if one is given. */
  waitFor(selector: string, text?: string): Promise<void>
  /** Click as a person does, so that the page may do what needs a gesture. */
  click(selector: string): Promise<void>
  /** Click what screen readers call so. */
  press(role: 'button' | 'link', name: string): Promise<void>
  /** Click into a field, and type. */
  type(selector: string, text: string): Promise<void>
  /** Click into the field of that label, and type. */
  typeInto(label: string, text: string): Promise<void>
  /** PNG. */
  screenshot(): Promise<Uint8Array>
  close(): Promise<void>
}

/** What keeps Firefox from calling home, and from asking. */
const preferences: Readonly<Record<string, string | number | boolean>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.security.https_first': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'intl.accept_languages': 'en-GB, en',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'xpinstall.signatures.required': false,
}

/**
 * Start Firefox.
 *
 * @param different preferences, besides those that keep it quiet
 */
export async function openFirefox(
  different: Readonly<Record<string, string | number | boolean>> = {},
): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-firefox-'))
  const lines = Object.entries({ ...preferences, ...different }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`)
  const program = spawn(
    executable,
    // Without system access the pages of an extension are not to be driven.
    [
      '--headless',
      '--no-remote',
      '--remote-allow-system-access',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
    },
  )
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()))
  const stop = async () => {
    program.kill('SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  const bidi = await untilListening(program)
    .then((url) => connectBidi(url, { acceptInsecureCerts: true }))
    .catch(async (cause) => {
      await stop()
      throw cause
    })

  const answers = new Map<string, string>()

  return {
    bidi,
    async installExtension(folder) {
      const answer = await bidi.send('webExtension.install', {
        extensionData: { type: 'path', path: folder },
      })
      return String(answer['extension'])
    },
    async answerFor(url, page) {
      if (answers.size === 0) {
        await bidi.send('session.subscribe', { events: ['network.beforeRequestSent'] })
        bidi.on('network.beforeRequestSent', ({ isBlocked, request }) => {
          const body = answers.get(String(member(request, 'url')))
          if (isBlocked !== true || body === undefined) return
          void bidi.send('network.provideResponse', {
            request: member(request, 'request'),
            statusCode: 200,
            headers: [{ name: 'content-type', value: { type: 'string', value: 'text/html' } }],
            body: { type: 'string', value: body },
          })
        })
      }
      if (!answers.has(url)) {
        const urlPatterns = [{ type: 'string', pattern: url }]
        await bidi.send('network.addIntercept', { phases: ['beforeRequestSent'], urlPatterns })
      }
      answers.set(url, page)
    },
    async openPage() {
      const { context } = await bidi.send('browsingContext.create', { type: 'tab' })
      return toPage(bidi, String(context))
    },
    async listPages(begin = '') {
      // The tree knows addresses: a tab that is about to close would not answer.
      const { contexts } = await bidi.send('browsingContext.getTree')
      if (!Array.isArray(contexts)) return []
      return contexts
        .filter((one: unknown) => String(member(one, 'url')).startsWith(begin))
        .map((one: unknown) => toPage(bidi, String(member(one, 'context'))))
    },
    async close() {
      await bidi.send('browser.close').catch(() => {})
      bidi.close()
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))])
      await stop()
    },
  }
}

/** Firefox says on its standard error where it listens. */
function untilListening(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = () => reject(new Error(`Firefox did not start in time. It said: ${said}`))
    const tooLong = setTimeout(fail, patience)
    program.once('error', fail)
    program.once('exit', fail)
    program.stderr?.on('data', (chunk) => {
      said += String(chunk)
      const [, url] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said) ?? []
      if (url === undefined) return
      clearTimeout(tooLong)
      program.off('exit', fail)
      resolve(url)
    })
  })
}

const enter = '\uE007'

function toPage(bidi: Bidi, context: string): FirefoxPage {
  const untilFound = async (locator: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const until = performance.now() + patience
    for (;;) {
      const { nodes } = await bidi.send('browsingContext.locateNodes', { context, locator })
      if (Array.isArray(nodes) && nodes.length > 0) return nodes[0]
      if (performance.now() > until) {
        throw new Error(`Nothing like ${JSON.stringify(locator)} on ${await page.url()}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const clickAt = async (element: unknown) => {
    await bidi.send('script.callFunction', {
      functionDeclaration: "(it) => it.scrollIntoView({ block: 'center', behavior: 'instant' })",
      target: { context },
      arguments: [element],
      awaitPromise: false,
    })
    const origin = { type: 'element', element }
    const actions = [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] })
  }
  const typeKeys = async (text: string) => {
    const actions = [...text.replaceAll('\n', enter)].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions }] })
  }
  const page: FirefoxPage = {
    context,
    async goto(url) {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })
    },
    url: () => page.evaluate(() => location.href),
    async evaluate(run, ...given) {
      // Everything goes over as JSON: BiDi has a notation of its own for values, and nobody needs it here.
      const body = `async () => JSON.stringify([await (${String(run)})(...${JSON.stringify(given)})])`
      const answer = await bidi.send('script.callFunction', {
        functionDeclaration: body,
        target: { context },
        awaitPromise: true,
        userActivation: false,
      })
      if (answer['type'] === 'exception') {
        throw new Error(String(member(answer['exceptionDetails'], 'text')))
      }
      const [value] = JSON.parse(String(member(answer['result'], 'value')))
      return value
    },
    async waitFor(selector, text = '') {
      const found = await page.evaluate(untilShown, selector, text, patience)
      if (!found) throw new Error(`Nothing like ${selector} ${text} on ${await page.url()}`)
    },
    async click(selector) {
      await page.waitFor(selector)
      await clickAt(await untilFound({ type: 'css', value: selector }))
    },
    async press(role, name) {
      await clickAt(await untilFound({ type: 'accessibility', value: { role, name } }))
    },
    async type(selector, text) {
      await page.click(selector)
      await typeKeys(text)
    },
    async typeInto(label, text) {
      // Firefox knows no role for a field that hides what is typed.
      const id = await page.evaluate(untilLabelled, label, patience)
      if (id === undefined) throw new Error(`No field is called ${label} on ${await page.url()}`)
      await clickAt(await untilFound({ type: 'css', value: `[id=${JSON.stringify(id)}]` }))
      await typeKeys(text)
    },
    async screenshot() {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context })
      return Buffer.from(String(data), 'base64')
    },
    async close() {
      await bidi.send('browsingContext.close', { context })
    },
  }
  return page
}

/** Runs in the page. */
async function untilShown(selector: string, text: string, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds
  for (;;) {
    const shown = [...document.querySelectorAll(selector)].some(
      (element) => element.checkVisibility() && (element.textContent ?? '').includes(text),
    )
    if (shown) return true
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Runs in the page. @returns the id of the field that a label is for */
async function untilLabelled(name: string, milliseconds: number): Promise<string | undefined> {
  const until = performance.now() + milliseconds
  for (;;) {
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.trim() === name)
    if (label?.control?.checkVisibility()) return label.control.id
    if (performance.now() > until) return undefined
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
