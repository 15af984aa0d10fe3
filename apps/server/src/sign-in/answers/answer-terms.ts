import { answerTerms, IdentityRefusal } from '@latchkey/identity'
import { z } from 'zod'
import { findNextUrl } from '../next-step.ts'
import { findSignedIn, pageUrl, type Step } from '../step.ts'

export const termsShape = {
  answer: z.enum(['yes', 'no']),
  terms: z.string().max(36),
  version: z.int(),
  language: z.string().max(35),
}

/** *Terms of use*: accepted, or not. Whoever does not is told who can help, and may think again. */
export async function answerTermsPage(
  step: Step,
  body: {
    readonly answer: 'yes' | 'no'
    readonly terms: string
    readonly version: number
    readonly language: string
  },
): Promise<object> {
  const signedIn = await findSignedIn(step)
  if (signedIn === undefined) throw new IdentityRefusal('session_ended')
  const { visitor } = step.request
  await answerTerms(step.deps, {
    session: signedIn.session,
    termsId: body.terms,
    version: body.version,
    language: body.language,
    answer: body.answer === 'yes' ? 'accepted' : 'declined',
    visitor,
  })
  if (body.answer === 'no') return { navigate: pageUrl(step, 'blocked', { refusedAs: step.request.id }) }
  return { navigate: await findNextUrl(step, signedIn) }
}
