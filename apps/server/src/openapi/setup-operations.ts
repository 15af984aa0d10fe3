import { z } from 'zod'
import { Opened, Refine } from '../setup/setup-routes.ts'
import type { Operation } from './operation.ts'

/** What the page of the setup guide posts. */
export const setupOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/setup/refine',
    tag: 'setup',
    summary: 'Ask whether the steps would be others, now that the page’s script found something out.',
    by: 'nobody',
    body: Refine,
    answer: z.object({ differs: z.boolean() }),
  },
  {
    method: 'post',
    path: '/setup/opened',
    tag: 'setup',
    summary: 'Say that a person is at the guide. The same answer for everybody.',
    by: 'nobody',
    body: Opened,
    answer: z.object({}),
  },
]
