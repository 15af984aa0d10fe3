import type { ProblemWords } from '../problem-words.ts'

/** What can be wrong with a request as such, and with us. */
export const httpProblems = {
  fault: {
    title: 'Something went wrong on our side',
    reason: 'The server met an error that it did not expect. It is not your doing.',
    next: 'Try again in a minute. If it happens again, tell your help desk the reference below.',
    whoCanFix: 'operator',
  },
  page_not_found: {
    title: 'There is no such page',
    reason: 'The address is wrong, or the page has moved.',
    next: 'Check the address, or go back to where you came from.',
    whoCanFix: 'you',
  },
  cross_origin: {
    title: 'This request came from elsewhere',
    reason: 'Your browser says that another site asked for this. We did not do it.',
    next: 'Open our page yourself and try there.',
    whoCanFix: 'you',
  },
  request_unreadable: {
    title: 'The request could not be read',
    reason: 'What your browser sent was incomplete or too large.',
    next: 'Load the page again and try once more.',
    whoCanFix: 'you',
  },
  flow_stale: {
    title: 'This page is too old',
    reason:
      'It was opened more than an hour ago, in another browser, or your browser keeps no cookies. Nothing is lost.',
    next: 'Go back to the app you came from and sign in again, or start here.',
    whoCanFix: 'you',
  },
  domain_needed: {
    title: 'Type the whole address',
    reason: 'The part after the @ says which organisation you belong to.',
    next: 'Add it, as in name@example.com, and try again.',
    whoCanFix: 'you',
  },
  unavailable: {
    title: 'We are not ready yet',
    reason: 'The server is starting or stopping.',
    next: 'Try again in a minute.',
    whoCanFix: 'operator',
  },
} satisfies Record<string, ProblemWords>
