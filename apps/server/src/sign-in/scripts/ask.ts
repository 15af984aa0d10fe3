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

/** The pages that ask one question: the button that is chosen says which answer is posted where. */
interface AskPageData {
  flow: string
  working: string
  /** What goes with the answer: which text it is about. */
  also?: Record<string, unknown>
  offline: ShownProblem
}

const data = readPageData<AskPageData>()
const actions = byId('actions')
let sending = false

for (const button of actions.querySelectorAll<HTMLElement>('[data-action]')) {
  button.addEventListener(
    'click',
    () => void send(button.dataset['action'] ?? '', button.dataset['answer'] ?? ''),
  )
}
wireCopyButtons()

async function send(action: string, chosen: string): Promise<void> {
  if (sending) return
  sending = true
  hideProblem()
  announce(data.working)
  markAs('busy', actions)
  const answer: Answer<{ navigate: string }> = await post(action, {
    ...data.also,
    flow: data.flow,
    answer: chosen,
  })
  if (answer.ok) return navigate(answer.body.navigate)
  sending = false
  markAs('ready', actions)
  showProblem(answer.problem)
}
