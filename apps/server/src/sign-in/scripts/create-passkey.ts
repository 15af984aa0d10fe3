import { canUsePasskeys, createPasskey, readCapabilities, signalAccount } from '@latchkey/api/passkeys'
import {
  type Answer,
  announce,
  byId,
  hideProblem,
  markAs,
  navigate,
  post,
  readPageData,
  type ShownProblem,
  showProblem,
  wireCopyButtons,
} from '../../page/scripts/browser.ts'
import { explain, type Finished } from './finish-passkey.ts'

interface SecurePageData {
  flow: string
  /** Whether this sign-in was strong enough for the browser to make a passkey without asking. */
  conditional: boolean
  waiting: string
  /** Which question is left unanswered by *not now*. */
  skips: 'secure' | 'second' | 'nudge'
  offline: ShownProblem
}

/** What to make, and how. */
type Kind = 'this-device' | 'other-device' | 'app-here' | 'app-there' | 'conditional'

const kinds: readonly Kind[] = ['this-device', 'other-device', 'app-here', 'app-there']

const data = readPageData<SecurePageData>()
const actions = byId('actions')
const quietly = new AbortController()
let creating = false

for (const button of actions.querySelectorAll<HTMLElement>('[data-kind]')) {
  const kind = kinds.find((each) => each === button.dataset['kind']) ?? 'this-device'
  button.addEventListener('click', () => void create(kind))
}
document.getElementById('skip')?.addEventListener('click', () => void skip())
document.getElementById('escape')?.addEventListener('click', () => void goOnWithout())
document.getElementById('others')?.addEventListener('click', showOthers)
document.getElementById('next')?.addEventListener('click', showWhatFollows)
wireCopyButtons()
if (data.conditional) void createQuietly()

/** Where there is something to read first, the way on takes its place. */
function showWhatFollows(): void {
  byId('first').hidden = true
  const then = byId('then')
  then.hidden = false
  then.querySelector('h2')?.focus()
}

/** What is less usual is shown when it is asked for. */
function showOthers(): void {
  byId('others').hidden = true
  const more = byId('more')
  more.hidden = false
  more.querySelector('button')?.focus()
}

/** A click comes before what the browser tries on its own, which may take as long as it likes. */
async function create(kind: Kind): Promise<void> {
  if (creating) return
  creating = true
  quietly.abort()
  hideProblem()
  markAs('busy', actions)
  announce(data.waiting)
  byId('waiting').classList.add('waiting')
  const isMade = await beginAndFinish(kind)
  const way = document.getElementById('escaping')
  if (way !== null && !isMade) way.hidden = false
  creating = false
  markAs('ready', actions)
  byId('waiting').classList.remove('waiting')
}

/** @returns whether there is a passkey now, and the page goes on */
async function beginAndFinish(kind: Kind): Promise<boolean> {
  const begun: Answer<{ options: PublicKeyCredentialCreationOptionsJSON }> = await post(
    '/sign-in/register/begin',
    { flow: data.flow, kind },
  )
  const conditional = kind === 'conditional'
  const sayWhy = (problem: ShownProblem) => conditional || showProblem(problem)
  if (!begun.ok) {
    sayWhy(begun.problem)
    return false
  }
  const how = conditional
    ? { automatic: true, mediation: 'conditional' as const, signal: quietly.signal }
    : { automatic: false }
  const result = await createPasskey(begun.body.options, how)
  if (conditional && quietly.signal.aborted) return false
  if (!result.ok) {
    if (!conditional) await explain(data.flow, result.failure)
    return false
  }
  const finished: Answer<Finished> = await post('/sign-in/register/finish', {
    flow: data.flow,
    kind,
    response: result.response,
  })
  if (!finished.ok) {
    sayWhy(finished.problem)
    return false
  }
  await signalAccount(finished.body.signal)
  navigate(finished.body.navigate)
  return true
}

/** The browser may make a passkey on its own after a sign-in by password; if it does not, the page stays as it is. */
async function createQuietly(): Promise<void> {
  const capabilities = canUsePasskeys() ? await readCapabilities() : {}
  if (capabilities['conditionalCreate'] === true && !creating) await beginAndFinish('conditional')
}

async function skip(): Promise<void> {
  if (data.skips === 'nudge') await goOn('/sign-in/nudge', 'skip')
  else await goOn('/sign-in/skip', data.skips)
}

/** It was tried, and came to nothing. */
async function goOnWithout(): Promise<void> {
  await goOn('/sign-in/nudge', 'failed')
}

async function goOn(path: string, chosen: string): Promise<void> {
  quietly.abort()
  const answer: Answer<{ navigate: string }> = await post(path, { flow: data.flow, answer: chosen })
  if (answer.ok) navigate(answer.body.navigate)
  else showProblem(answer.problem)
}
