import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import type { Step } from '../step.ts'
import { showOneFieldPage } from './one-field-page.ts'

/** The page that asks for the password. */
export function showPasswordPage(step: Step): Promise<FastifyReply> {
  const { password } = step.said.signIn
  return showOneFieldPage(step, {
    ...password,
    action: '/sign-in/password',
    reveal: 'offered',
    input: html`<input id="field" name="password" type="password" autocomplete="current-password" maxlength="1024" required autofocus aria-describedby="field-error">`,
  })
}

/** The page that asks for a Temporary Access Pass. That it comes says nothing about whether there is one. */
export function showPassPage(step: Step): Promise<FastifyReply> {
  const { pass } = step.said.signIn
  return showOneFieldPage(step, {
    ...pass,
    action: '/sign-in/pass',
    reveal: 'offered',
    input: html`<input id="field" class="code" name="pass" type="password" autocomplete="one-time-code" autocapitalize="none" autocorrect="off" spellcheck="false" maxlength="128" required autofocus aria-describedby="field-hint field-error">`,
  })
}

/** The page that asks for a one-time code: a second proof, for somebody who has given the first. */
export function showCodePage(step: Step): Promise<FastifyReply> {
  const { code } = step.said.signIn
  return showOneFieldPage(step, {
    ...code,
    action: '/sign-in/code',
    input: html`<input id="field" class="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="16" required autofocus aria-describedby="field-hint field-error">`,
  })
}
