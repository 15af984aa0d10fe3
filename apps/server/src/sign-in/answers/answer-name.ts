import { z } from 'zod'
import { sendProblem } from '../../http/problem.ts'
import { findPageOfName, resolveName } from '../resolve-name.ts'
import type { Step } from '../step.ts'

export const nameShape = { userName: z.string().min(1).max(256) }

/** A name was typed: which page comes next. Every name gets one, known or not. */
export async function answerName(step: Step, body: { readonly userName: string }): Promise<object> {
  const { deps, request, reply } = step
  const name = await resolveName(step, body.userName)
  if (name === undefined)
    return await sendProblem(deps, request, reply, { code: 'domain_needed', status: 400 })
  return { navigate: await findPageOfName(step, name) }
}
