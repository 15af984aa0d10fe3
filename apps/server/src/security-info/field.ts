import { type Html, html } from '../page/html.ts'

/** A field of a form, with its label and the place that says what is missing. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** What to say when it is empty; absent: it may be. */
  readonly required?: string
  readonly value?: string
  readonly type?: 'text' | 'password' | 'email' | 'number'
  readonly placeholder?: string
  readonly autocomplete?: string
  readonly maximum?: number
  readonly inputmode?: 'numeric'
  /** For names of machines and people's accounts: no capitals, no corrections. */
  readonly literal?: true
}

/** Write a field. Its id is its name. */
export function field(each: Field): Html {
  const { name, hint, required } = each
  const described = [hint !== undefined && `${name}-hint`, `${name}-error`].filter(Boolean).join(' ')
  return html`<div class="field"><label for="${name}">${each.label}</label><input id="${name}" name="${name}" type="${each.type ?? 'text'}" value="${each.value ?? ''}" maxlength="${each.maximum ?? 256}" autocomplete="${each.autocomplete ?? 'off'}" aria-describedby="${described}"${required !== undefined && html` required data-required="${required}"`}${each.placeholder !== undefined && html` placeholder="${each.placeholder}"`}${each.inputmode !== undefined && html` inputmode="${each.inputmode}"`}${each.literal && html` autocapitalize="none" spellcheck="false"`}>${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}<p class="error" id="${name}-error" role="alert"></p></div>`
}
