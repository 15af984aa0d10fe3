/** What the scripts of all pages share: reading the page's data, asking the server, showing what went wrong. */

/** What a person is told, as the server puts it into problems. */
export interface ShownProblem {
  title: string
  detail: string
  next: string
  help: string
  correlationId: string
}

/** What the server answered: where to go, data, or what is wrong. */
export type Answer<T> = { ok: true; body: T } | { ok: false; problem: ShownProblem & { type: string } }

/** The data block of the page. */
export function readPageData<T>(): T {
  return JSON.parse(byId('data').textContent ?? '{}')
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`no #${id}`)
  return element
}

/** Say something to people who listen instead of look. */
export function announce(text: string): void {
  byId('status').textContent = text
}

/** POST JSON to one of our own paths. */
export async function post<T>(path: string, body: unknown, { keepalive = false } = {}): Promise<Answer<T>> {
  const { offline } = readPageData<{ offline: ShownProblem }>()
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      keepalive,
    })
    const answer = await response.json()
    return response.ok ? { ok: true, body: answer } : { ok: false, problem: { ...offline, ...answer } }
  } catch {
    return { ok: false, problem: { type: '', ...offline } }
  }
}

/** Show what is wrong in the page's problem box, and move there. */
export function showProblem(problem: ShownProblem): void {
  const box = byId('problem')
  const set = (part: string, text: string) => {
    const element = box.querySelector(`[data-part="${part}"]`)
    if (element !== null) element.textContent = text
  }
  set('title', problem.title)
  set('reason', problem.detail)
  set('next', problem.next)
  set('correlation-id', problem.correlationId)
  const help = box.querySelector<HTMLAnchorElement>('[data-part="help"]')
  if (help !== null) {
    help.pathname = `/help/${problem.help}`
    const query = new URLSearchParams(help.search)
    query.set('correlation', problem.correlationId)
    help.search = `?${query}`
  }
  const reference = box.querySelector<HTMLElement>('.reference')
  if (reference !== null) reference.hidden = problem.correlationId === ''
  box.hidden = false
  box.focus()
}

export function hideProblem(): void {
  byId('problem').hidden = true
}

/** Go on. The page stays as it is until the next one comes. */
export function navigate(url: string): void {
  location.assign(url)
}

/** Make the buttons that copy (`data-copy`: the id of what) do so. */
export function wireCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    button.addEventListener('click', async () => {
      const source = byId(button.dataset['copy'] ?? '')
      await navigator.clipboard.writeText(source.dataset['value'] ?? source.textContent ?? '')
      button.textContent = button.dataset['copied'] ?? ''
      announce(button.dataset['copied'] ?? '')
    })
  }
}

/**
 * Send a form by `fetch`, and go where the server says. One at a time; what is wrong appears in the problem box, and
 * the first field gets the focus back when the box is left.
 *
 * @param read what to send, or undefined if the form is not complete (the field then says so itself)
 */
export function wireForm(form: HTMLFormElement, path: string, read: () => unknown): void {
  let sending = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (sending) return
    const body = read()
    if (body === undefined) return
    sending = true
    hideProblem()
    markAs('busy', form)
    const answer = await post<{ navigate: string }>(path, body)
    if (answer.ok) return navigate(answer.body.navigate)
    sending = false
    markAs('ready', form)
    showProblem(answer.problem)
  })
}

/** Tell everybody, eyes or not, whether a part of the page is at work. */
export function markAs(state: 'busy' | 'ready', part: HTMLElement): void {
  const busy = String(state === 'busy')
  part.setAttribute('aria-busy', busy)
  for (const button of part.querySelectorAll('button')) button.setAttribute('aria-disabled', busy)
}

/** The value of a field, or undefined after telling the person what is missing. */
export function readField(id: string, required: string): string | undefined {
  const input = document.getElementById(id)
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${id}`)
  const value = input.value
  const error = byId(`${id}-error`)
  const missing = value.trim() === ''
  error.textContent = missing ? required : ''
  input.setAttribute('aria-invalid', String(missing))
  if (missing) input.focus()
  return missing ? undefined : value
}
