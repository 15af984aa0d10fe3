import {
  type Answer,
  announce,
  byId,
  hideProblem,
  navigate,
  post,
  readPageData,
  type ShownProblem,
  showProblem,
  wireCopyButtons,
} from '../../page/scripts/browser.ts'
import { signAsBrowser } from './browser-key.ts'

/** The page with the number: it asks, waits, and goes on. */
interface ApprovePageData {
  flow: string
  /** Set where nothing is proven yet: which remembered browser this is, and what it signs. */
  browser?: { browserId: string; challenge: string }
  asking: string
  waiting: string
  signingIn: string
  offline: ShownProblem
}

interface Begun {
  asked: string
  number: string
  where: string
}

/** What is only said while a number is shown. */
const ofTheNumber = ['lead', 'number', 'hint'] as const

const data = readPageData<ApprovePageData>()
const again = byId('again')
let asked: string | undefined

wireCopyButtons()
again.addEventListener('click', () => void ask())
byId('another').addEventListener('click', withdraw)
void ask()

async function ask(): Promise<void> {
  hideProblem()
  again.hidden = true
  byId('waiting').classList.add('waiting')
  announce(data.asking)
  const { browser } = data
  const signature = browser && ((await signAsBrowser(browser.browserId, browser.challenge)) ?? 'none')
  const begun: Answer<Begun> = await post('/sign-in/approve/begin', { flow: data.flow, signature })
  if (!begun.ok) return stop(begun.problem)
  asked = begun.body.asked
  byId('digits').textContent = begun.body.number
  byId('where').textContent = begun.body.where
  for (const id of ofTheNumber) byId(id).hidden = false
  announce(`${byId('number').textContent} ${data.waiting}`)
  await wait(begun.body.asked)
}

async function wait(handle: string): Promise<void> {
  for (;;) {
    const answer: Answer<{ waiting: true } | { navigate: string }> = await post('/sign-in/approve/wait', {
      flow: data.flow,
      asked: handle,
    })
    if (!answer.ok) return stop(answer.problem)
    if ('navigate' in answer.body) {
      announce(data.signingIn)
      asked = undefined
      return navigate(answer.body.navigate)
    }
  }
}

/** It is over: the number counts no more. */
function stop(problem: ShownProblem): void {
  asked = undefined
  for (const id of ofTheNumber) byId(id).hidden = true
  byId('where').textContent = ''
  byId('waiting').classList.remove('waiting')
  again.hidden = false
  showProblem(problem)
}

/** Nobody needs to answer any more. The page goes on without waiting for it to be heard. */
function withdraw(): void {
  if (asked === undefined) return
  void fetch('/sign-in/approve/withdraw', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ flow: data.flow, asked }),
  })
}
