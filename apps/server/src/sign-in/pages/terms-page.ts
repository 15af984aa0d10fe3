import { getRuleDocuments } from '@latchkey/identity'
import { findText, type TermsDocument, type TermsFileDocument } from '@latchkey/policy'
import type { FastifyReply } from 'fastify'
import { html } from '../../page/html.ts'
import { pageScript } from '../../page/page-script.ts'
import { problemBox } from '../../page/problem-box.ts'
import { findNextUrl } from '../next-step.ts'
import { readNeeded } from '../read-needed.ts'
import { findSignedIn, type Step, startUrl } from '../step.ts'
import { accountLine, appLine, sendStep } from './step-frame.ts'

const askScript = pageScript(new URL('../scripts/ask.ts', import.meta.url))

/** *Terms of use*: the text, and the two answers to it. Each of several on a page of its own. */
export async function showTermsPage(step: Step): Promise<FastifyReply> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) return step.reply.redirect(startUrl(step))
  const { deps, said, request } = step
  const { access } = await readNeeded(step, signedIn)
  const { documents } = await getRuleDocuments(deps.stores, deps, signedIn.person.tenantId)
  const terms = documents.terms.find(({ id }) => access?.needs.terms.includes(id))
  // Accepted in another tab, or not asked for any more.
  if (terms === undefined) return step.reply.redirect(await findNextUrl(step, signedIn))

  const file = chooseFile(terms, request.headers['accept-language'] ?? '')
  const words = said.signIn.terms
  const text = html`<pre class="panel" lang="${file.language}" tabindex="0" role="region" aria-label="${terms.displayName}">${findText(file.fileData.data)}</pre>`
  return await sendStep(step, {
    title: words.title,
    script: askScript,
    data: {
      working: said.common.working,
      also: { terms: terms.id, version: terms.latchkey_version, language: file.language },
    },
    body: html`${accountLine(step)}<h1>${words.title}</h1>${appLine(step)}<p class="soft">${words.reason({ name: terms.displayName })}</p>${terms.isViewingBeforeAcceptanceRequired ? text : html`<details><summary>${words.read}</summary>${text}</details>`}${problemBox(said, step.tenant)}<div class="actions" id="actions"><button class="button" type="button" data-action="/sign-in/terms" data-answer="yes">${words.accept}</button><button class="button quiet" type="button" data-action="/sign-in/terms" data-answer="no">${words.decline}</button></div>`,
  })
}

/** The text in the language the browser asks for, or else the organisation's own choice. */
function chooseFile({ files }: TermsDocument, asked: string): TermsFileDocument {
  const wanted = asked.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '')
  const speaks = (language: string) =>
    files.find((file) => file.language.toLowerCase() === language) ??
    files.find((file) => file.language.toLowerCase().split('-')[0] === language.split('-')[0])
  const found = wanted
    .filter((language) => language !== '')
    .map(speaks)
    .find((file) => file !== undefined)
  const file = found ?? files.find(({ isDefault }) => isDefault) ?? files[0]
  if (file === undefined) throw new Error('terms of use have a text: it was read')
  return file
}
