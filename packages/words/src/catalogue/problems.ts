import { browserProblems } from './problems/browser.ts'
import { ceremonyProblems } from './problems/ceremony.ts'
import { httpProblems } from './problems/http.ts'
import { identityProblems } from './problems/identity.ts'
import { policyProblems } from './problems/policy.ts'

/** What to say about each code. One name space: a code means the same wherever it comes from. */
export const problems = {
  ...httpProblems,
  ...identityProblems,
  ...ceremonyProblems,
  ...browserProblems,
  ...policyProblems,
}
