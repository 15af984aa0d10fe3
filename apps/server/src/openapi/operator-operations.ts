import { z } from 'zod'
import type { Operation } from './operation.ts'

/** What is for those who run the server, and for browsers that look at fixed addresses. */
export const operatorOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/healthz',
    tag: 'operation',
    summary: 'Tell whether the process lives.',
    by: 'nobody',
    answer: z.object({ status: z.literal('ok') }),
  },
  {
    method: 'get',
    path: '/readyz',
    tag: 'operation',
    summary: 'Tell whether requests may be sent here; 503 if not.',
    by: 'nobody',
    answer: z.object({ status: z.enum(['ready', 'stopping', 'database_unavailable']) }),
  },
  {
    method: 'get',
    path: '/metrics',
    tag: 'operation',
    summary: 'Read the metrics, in the format of Prometheus; for networks that may.',
    by: 'nobody',
    answer: z.string(),
    answerType: 'text/plain',
  },
  {
    method: 'get',
    path: '/openapi.json',
    tag: 'operation',
    summary: 'Read this document.',
    by: 'nobody',
    answer: z.looseObject({ openapi: z.literal('3.1.0') }),
  },
  {
    method: 'get',
    path: '/.well-known/passkey-endpoints',
    tag: 'well-known',
    summary: 'Read where passkeys are made and kept.',
    by: 'nobody',
    answer: z.object({ enroll: z.url(), manage: z.url() }),
  },
  {
    method: 'get',
    path: '/.well-known/webauthn',
    tag: 'well-known',
    summary: 'Read the origins that may use our RP ID.',
    by: 'nobody',
    answer: z.object({ origins: z.array(z.url()) }),
  },
]
