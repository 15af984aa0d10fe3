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
  skips: 'secure' | 'second'
  offline: ShownProblem
}

/** What to make, and how. */
type Kind = 'this-device' | 'other-device' | 'conditional'

const data = readPageData<SecurePageData>()
const actions = byId('actions')
const quietly = new AbortController()
let creating = false

for (const button of actions.querySelectorAll<HTMLElement>('[data-kind]')) {
  const kind = button.dataset['kind'] === 'other-device' ? 'other-device' : 'this-device'
  button.addEventListener('click', () => void create(kind))
}
document.getElementById('skip')?.addEventListener('click', () => void skip())
wireCopyButtons()
if (data.conditional) void createQuietly()

/** A click comes before what the browser tries on its own, which may take as long as it likes. */
async function create(kind: Kind): Promise<void> {
  if (creating) return
  creating = true
  quietly.abort()
  hideProblem()
  markAs('busy', actions)
  announce(data.waiting)
  byId('waiting').classList.add('waiting')
  await beginAndFinish(kind)
  creating = false
  markAs('ready', actions)
  byId('waiting').classList.remove('waiting')
}

async function beginAndFinish(kind: Kind): Promise<void> {
  const begun: Answer<{ options: PublicKeyCredentialCreationOptionsJSON }> = await post(
    '/sign-in/register/begin',
    { flow: data.flow, kind },
  )
  const conditional = kind === 'conditional'
  if (!begun.ok) return conditional ? undefined : showProblem(begun.problem)
  const how = conditional
    ? { automatic: true, mediation: 'conditional' as const, signal: quietly.signal }
    : { automatic: false }
  const result = await createPasskey(begun.body.options, how)
  if (conditional && quietly.signal.aborted) return
  if (!result.ok) return conditional ? undefined : explain(data.flow, result.failure)
  const finished: Answer<Finished> = await post('/sign-in/register/finish', {
    flow: data.flow,
    kind,
    response: result.response,
  })
  if (!finished.ok) return conditional ? undefined : showProblem(finished.problem)
  await signalAccount(finished.body.signal)
  navigate(finished.body.navigate)
}

/** The browser may make a passkey on its own after a sign-in by password; if it does not, the page stays as it is. */
async function createQuietly(): Promise<void> {
  const capabilities = canUsePasskeys() ? await readCapabilities() : {}
  if (capabilities['conditionalCreate'] === true && !creating) await beginAndFinish('conditional')
}

async function skip(): Promise<void> {
  quietly.abort()
  const answer: Answer<{ navigate: string }> = await post('/sign-in/skip', {
    flow: data.flow,
    answer: data.skips,
  })
  if (answer.ok) navigate(answer.body.navigate)
  else showProblem(answer.problem)
}
