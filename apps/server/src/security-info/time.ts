import { type Html, html } from '../page/html.ts'

/** An instant, written in UTC for whoever has no script; the page's script writes it in the visitor's time zone. */
export function timeOf(at: Date, language: string): Html {
  const text = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(at)
  return html`<time datetime="${at.toISOString()}">${text} UTC</time>`
}
