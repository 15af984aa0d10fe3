import type { AuditRecord, SignInRecord } from '@latchkey/identity'
import { describeBrowser, findProblemWords, type Words } from '@latchkey/words'
import { type Html, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
import type { SignInNames } from './read-overview.ts'
import { timeOf } from './time.ts'

/** The latest attempts to sign in to an account, those that failed too. */
export function signInsSection(said: Words, signIns: readonly SignInRecord[], names: SignInNames): Html {
  const { signIns: text } = said.securityInfo
  return html`<section class="section" aria-labelledby="sign-ins"><h2 id="sign-ins">${text.title}</h2>${
    signIns.length === 0
      ? html`<p class="soft">${text.none}</p>`
      : html`<ul class="rows">${signIns.map((record) => signInRow(said, record, names))}</ul><p class="hint">${text.notYou}</p>`
  }</section>`
}

function signInRow(said: Words, record: SignInRecord, names: SignInNames): Html {
  const { methods } = said.securityInfo
  return html`<li class="row">${record.outcome === 'success' ? icons.done : icons.warning}<div><b>${outcomeOf(said, record)}</b> ${howOf(said, record, names)}${record.outcome === 'failure' && html`<p class="hint">${reasonOf(said, record)}</p>`}<p class="hint">${timeOf(record.at, said.language)} · ${describeBrowser(record.userAgent, said)}, ${methods.from({ place: record.ipAddress })}</p></div></li>`
}

/** Whether a sign-in worked, in words. */
export function outcomeOf({ securityInfo: { signIns } }: Words, { outcome }: SignInRecord): string {
  return signIns[outcome]
}

/** With what, and to which app. */
export function howOf(said: Words, { method, aaguid, clientId }: SignInRecord, names: SignInNames): string {
  const { signIns } = said.securityInfo
  const app = clientId === undefined ? undefined : names.apps.get(clientId)
  const model = aaguid === undefined ? undefined : names.models.get(aaguid)
  const how = method === undefined ? undefined : nameOfMethod(said, method)
  return [
    how !== undefined && signIns.with({ method: how }),
    model !== undefined && `(${model})`,
    app !== undefined && signIns.toApp({ app }),
  ]
    .filter(Boolean)
    .join(' ')
}

function reasonOf(said: Words, { code }: SignInRecord): string {
  const problem = findProblemWords(said, code) ?? said.problems.fault
  return `${problem.title} · ${problem.reason}`
}

function nameOfMethod({ signIn: { methods } }: Words, method: string): string {
  const names: Readonly<Record<string, string>> = methods
  return Object.hasOwn(names, method) ? (names[method] ?? method) : method
}

/** What changed lately about an account, and who did it. */
export function changesSection(said: Words, changes: readonly AuditRecord[], userId: string): Html {
  const { changes: text, methods } = said.securityInfo
  return html`<section class="section" aria-labelledby="changes"><h2 id="changes">${text.title}</h2>${
    changes.length === 0
      ? html`<p class="soft">${text.none}</p>`
      : html`<ul class="rows">${changes.map(
          (record) =>
            html`<li class="row"><div><b>${activityOf(said, record)}</b> ${text.by({ who: whoOf(said, record, userId) })}<p class="hint">${timeOf(record.at, said.language)}${record.ipAddress !== undefined && html`, ${methods.from({ place: record.ipAddress })}`}</p></div></li>`,
        )}</ul>`
  }</section>`
}

function activityOf(
  { securityInfo: { activities } }: Words,
  { activity, target, detail }: AuditRecord,
): string {
  const names: Readonly<Record<string, string>> = activities
  const name = Object.hasOwn(names, activity) ? names[activity] : activities.other
  const what = detail['name'] ?? (target.kind === 'person' ? undefined : target.name)
  return what === undefined ? `${name}` : `${name}: ${what}`
}

function whoOf({ securityInfo: { changes } }: Words, { actor }: AuditRecord, userId: string): string {
  if (actor.kind !== 'person') return changes[actor.kind]
  return actor.userId === userId ? changes.you : changes.administrator
}
