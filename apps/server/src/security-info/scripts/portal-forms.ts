import { type AccountSignal, signalAccount } from '@latchkey/api/passkeys'
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
} from '../../page/scripts/browser.ts'
import { writeLocalTimes } from './local-times.ts'

/** What a form's answer may hold: where to go, what to show, what to tell the device. */
export interface Done {
  navigate?: string
  signal?: AccountSignal
  show?: Record<string, string>
}

/** Codes after which proving oneself again, or signing in again, leads on. */
const provable = ['fresh_sign_in_needed', 'stronger_sign_in_needed', 'session_ended']

let sending = false

/** Send the forms with `data-post` by `fetch`, and open and close dialogs. */
export function wirePortalForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-post]')) {
    form.noValidate = true
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void send(form)
    })
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-opens]')) {
    button.addEventListener('click', () => openDialog(button.dataset['opens'] ?? ''))
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-closes]')) {
    button.addEventListener('click', () => button.closest('dialog')?.close())
  }
  // Back from proving oneself: the question that was open is asked again.
  if (location.hash.length > 1) openDialog(location.hash.slice(1))
}

/**
 * Ask our server for a change. A proof that is too old leads to sign-in, and back to this place.
 *
 * @returns the answer, or undefined when the person is told why not, or is on the way to sign-in
 */
export async function change<T>(path: string, body: unknown, place = ''): Promise<T | undefined> {
  hideProblem()
  const answer: Answer<T> = await post(path, body)
  if (answer.ok) return answer.body
  const code = answer.problem.type.replace('urn:latchkey:', '')
  if (!provable.includes(code)) {
    tell(answer.problem)
    return undefined
  }
  const to = `${location.pathname}${location.search}${place}`
  const confirm: Answer<{ navigate: string }> = await post('/security-info/confirm', { to })
  if (confirm.ok) navigate(confirm.body.navigate)
  else tell(confirm.problem)
  return undefined
}

/** Say what is wrong where it can be seen: not under a dialog. */
export function tell(problem: ShownProblem): void {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close()
  showProblem(problem)
}

async function send(form: HTMLFormElement): Promise<void> {
  if (sending || !isComplete(form)) return
  sending = true
  markAs('busy', form)
  announce(readPageData<{ working: string }>().working)
  const dialog = form.closest('dialog')
  const body = Object.fromEntries(new FormData(form))
  const done = await change<Done>(form.dataset['post'] ?? '', body, dialog === null ? '' : `#${dialog.id}`)
  sending = false
  markAs('ready', form)
  if (done !== undefined) await finish(form, done)
}

async function finish(form: HTMLFormElement, done: Done): Promise<void> {
  await signalAccount(done.signal)
  if (done.navigate !== undefined) return goTo(done.navigate)
  form.closest('dialog')?.close()
  for (const [name, text] of Object.entries(done.show ?? {})) show(name, text)
  reveal(form.dataset['done'] ?? '')
}

/** Put what the server said into its place; an instant as the visitor is used to. */
function show(name: string, text: string): void {
  for (const element of document.querySelectorAll(`[data-show="${name}"]`)) {
    if (element instanceof HTMLTimeElement) element.dateTime = text
    element.textContent = text
  }
  writeLocalTimes()
}

/** Show a part of the page instead of the one it follows. */
export function reveal(id: string): void {
  const part = document.getElementById(id)
  if (part === null) return
  const before = document.getElementById(`${id}-before`)
  if (before !== null) before.hidden = true
  part.hidden = false
  part.focus()
}

/** An address that differs only after the `#`, or not at all, would not load anything. */
function goTo(url: string): void {
  const there = new URL(url, location.href)
  const stays = there.pathname === location.pathname && there.search === location.search
  if (stays) {
    history.replaceState(null, '', url)
    location.reload()
  } else {
    navigate(url)
  }
}

function isComplete(form: HTMLFormElement): boolean {
  let complete = true
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-required]')) {
    const missing = input.type === 'checkbox' ? !input.checked : input.value.trim() === ''
    input.setAttribute('aria-invalid', String(missing))
    byId(`${input.id}-error`).textContent = missing ? (input.dataset['required'] ?? '') : ''
    if (missing && complete) input.focus()
    complete = complete && !missing
  }
  return complete
}

function openDialog(id: string): void {
  const dialog = document.getElementById(id)
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}
