import type { Words } from '../../words.ts'
import { browserProblems } from './problems/browser.ts'
import { ceremonyProblems } from './problems/ceremony.ts'
import { httpProblems } from './problems/http.ts'
import { identityProblems } from './problems/identity.ts'
import { policyProblems } from './problems/policy.ts'

/** What to say about each code, in Japanese. */
export const problems: Words['problems'] = {
  ...httpProblems,
  ...identityProblems,
  ...ceremonyProblems,
  ...browserProblems,
  ...policyProblems,
}
