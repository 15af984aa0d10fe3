import { z } from 'zod'
import { ConfirmPassRequest, RequestPass, StopPassRequest } from '../pass-request/pass-request-routes.ts'
import { Disown } from '../security-info/recovery-api.ts'
import { Navigate, type Operation } from './operation.ts'

const List = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) })
const Activity = List.extend({ next: z.string().optional() })
const Disowned = z.looseObject({
  sessionsEnded: z.int(),
  signedOut: z.boolean(),
  passRemoved: z.boolean(),
  method: z.enum(['removed', 'needsProof', 'signedInWithIt', 'lastMethod', 'gone', 'none']),
  passwordKnown: z.boolean(),
})

/** Asking for a pass without being signed in; what happened to one's account, and undoing it. */
export const recoveryOperations: readonly Operation[] = [
  stranger('', 'Ask for a Temporary Access Pass. The same answer for every name.', RequestPass),
  stranger('/stop', 'Stop a request for a pass. The same answer for every request.', StopPassRequest),
  {
    ...stranger('/confirm', 'Say as the manager whether it is really them.', ConfirmPassRequest),
    by: 'session',
  },
  own('get', 'activity/sign-ins', 'A page of one’s sign-ins; `before` goes on.', Activity),
  own('get', 'activity/changes', 'A page of the changes to one’s account; `before` goes on.', Activity),
  { ...own('post', 'activity/not-me', 'Say that something was not oneself.', Disowned), body: Disown },
  own('get', 'sessions', 'Where one is signed in.', List),
  own('delete', 'sessions/:id', 'End one of one’s sessions.', z.object({})),
  own('post', 'sessions/end-others', 'End all sessions but this one.', z.object({})),
  own('post', 'sessions/end-all', 'End every session, this one too.', Navigate),
  own('get', 'apps', 'The apps one may use, and what each asks.', List),
  own('get', 'help', 'Who helps if nothing works.', z.looseObject({ requestsOpen: z.boolean() })),
]

function stranger(path: string, summary: string, body: z.ZodType): Operation {
  return {
    method: 'post',
    path: `/pass-request${path}`,
    tag: 'pass-request',
    summary,
    by: 'nobody',
    body,
    answer: Navigate,
  }
}

function own(method: Operation['method'], path: string, summary: string, answer: z.ZodType): Operation {
  return { method, path: `/security-info/api/${path}`, tag: 'security-info', summary, by: 'session', answer }
}
