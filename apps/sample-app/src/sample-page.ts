import { createHash } from 'node:crypto'
import type { SampleConfig } from './sample-config.ts'
import type { SignedInPerson } from './sample-sessions.ts'

/** A document and the policy it needs. */
export interface SamplePage {
  readonly html: string
  readonly contentSecurityPolicy: string
}

/** What to show somebody who is not signed in. */
export function welcomePage(config: SampleConfig, message?: string): SamplePage {
  return page(
    config,
    `${message === undefined ? '' : `<p role="status" class="message">${escapeHtml(message)}</p>`}
    <p class="lead">${escapeHtml(config.purpose)}</p>
    <form method="post" action="/sign-in"><button class="primary">Sign in with Latchkey</button></form>`,
  )
}

/** What to show somebody who is: who they are, and how they proved it. */
export function personPage(config: SampleConfig, person: SignedInPerson): SamplePage {
  const facts: readonly (readonly [string, string])[] = [
    ['Signed in as', escapeHtml(person.userName ?? person.sub)],
    ['How (<code>amr</code>)', person.amr.map(badge).join(' ') || 'not said'],
    ['Strength (<code>acr</code>)', person.acr === undefined ? 'not said' : badge(person.acr)],
    ['When (<code>auth_time</code>)', person.authTime === undefined ? 'not said' : time(person.authTime)],
    ...(person.roles.length > 0 ? [['Roles', person.roles.map(badge).join(' ')] as const] : []),
    ...(person.groups.length > 0 ? [['Groups', person.groups.map(badge).join(' ')] as const] : []),
  ]
  return page(
    config,
    `<p class="lead">Hello, ${escapeHtml(person.name)}</p>
    <dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>
    <form method="post" action="/sign-in/phishing-resistant">
      <button class="primary">Ask for a phishing-resistant sign-in</button></form>
    <form method="post" action="/sign-out"><button>Sign out</button></form>`,
  )
}

function page(config: SampleConfig, body: string): SamplePage {
  const style = styleOf(config)
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(config.name)}</title><style>${style}</style></head>
<body><header><span aria-hidden="true">${escapeHtml(config.name.slice(0, 1))}</span><h1>${escapeHtml(config.name)}</h1></header>
<main>${body}</main>
<footer>A sample app. Its identity provider is Latchkey at ${escapeHtml(config.issuer.host)}.</footer></body></html>`,
    // Signing in and out are forms that end at the identity provider; browsers check every step of the way.
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' ${config.issuer.origin}; frame-ancestors 'none'; base-uri 'none'`,
  }
}

function badge(text: string): string {
  return `<code class="badge">${escapeHtml(text)}</code>`
}

function time(at: Date): string {
  return `<time datetime="${at.toISOString()}">${at.toUTCString()}</time>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function styleOf({ colour }: SampleConfig): string {
  return `
:root { color-scheme: light dark; --accent: ${colour}; --ink: #1c2024; --soft: #5b646e; --paper: #fff; --ground: #f3f4f6; --line: #d9dde2 }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef0; --soft: #a9b2bc; --paper: #1d2126; --ground: #131619; --line: #363d45 } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
  display: grid; grid-template-rows: auto 1fr auto }
header { background: var(--accent); color: #fff; padding: 1rem max(1.25rem, calc(50vw - 20rem)); display: flex; gap: .75rem; align-items: center }
header span { width: 2.25rem; height: 2.25rem; border-radius: .6rem; background: #fff; color: var(--accent); display: grid; place-items: center; font-weight: 700 }
h1 { font-size: 1.15rem; margin: 0; font-weight: 600 }
main { width: min(40rem, 100% - 2.5rem); margin: 2rem auto; padding: 1.75rem; background: var(--paper); border: 1px solid var(--line); border-radius: 1rem; align-self: start }
.lead { font-size: 1.35rem; margin: 0 0 1.25rem }
.message { border-left: .25rem solid var(--accent); padding: .5rem .9rem; background: var(--ground); border-radius: .25rem; margin: 0 0 1.25rem }
dl { margin: 0 0 1.5rem } dl div { padding: .6rem 0; border-top: 1px solid var(--line); display: grid; gap: .1rem 1rem; grid-template-columns: minmax(9rem, 1fr) 2fr }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
.badge { background: var(--ground); border: 1px solid var(--line); border-radius: .4rem; padding: .1rem .4rem; font-size: .9em }
form { display: inline-block; margin: 0 .5rem .5rem 0 }
button { font: inherit; padding: .6rem 1.1rem; border-radius: .6rem; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; min-height: 2.75rem }
button.primary { background: var(--accent); border-color: var(--accent); color: #fff }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
footer { text-align: center; color: var(--soft); padding: 1rem; font-size: .875rem }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr } form, button { width: 100% } }
`
}
