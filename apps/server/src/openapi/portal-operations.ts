import { z } from 'zod'
import { Confirm } from '../security-info/security-info-routes.ts'
import { Check, SetUp } from '../welcome/welcome-routes.ts'
import { methodsOperations } from './methods-operations.ts'
import { Navigate, type Operation } from './operation.ts'

/** What the pages of Security info and of the first administrator post. */
export const portalOperations: readonly Operation[] = [
  ...methodsOperations,
  own('confirm', 'Go and prove oneself again, and come back.', Confirm),
  {
    method: 'post',
    path: '/welcome/check',
    tag: 'welcome',
    summary: 'Tell whether the link of the first administrator can still be used.',
    by: 'nobody',
    body: Check,
    answer: z.object({ usable: z.boolean() }),
  },
  {
    method: 'post',
    path: '/welcome',
    tag: 'welcome',
    summary: 'Make an organisation and its first administrator. Spends the link.',
    by: 'nobody',
    body: SetUp,
    answer: Navigate,
  },
]

function own(path: string, summary: string, body?: z.ZodType, answer: z.ZodType = Navigate): Operation {
  return {
    method: 'post',
    path: `/security-info/${path}`,
    tag: 'security-info',
    summary,
    by: 'session',
    answer,
    ...(body && { body }),
  }
}
