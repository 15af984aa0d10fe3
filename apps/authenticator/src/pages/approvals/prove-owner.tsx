import { ApiProblem } from '@latchkey/api'
import { ProblemNotice, useSurroundings } from '@latchkey/front'
import { Button, Notice } from '@latchkey/ui'
import { useMutation } from '@tanstack/react-query'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { isSame, needsSignIn, signIn } from '../../phone/sign-in.ts'
import { useHere } from '../../phone/use-here.ts'
import { useSaid } from '../../said.ts'

/** Whether the server wants to see the owner first: the phone's word alone is not enough. */
export function needsOwner(problem: unknown): boolean {
  return isNotFresh(problem) || needsSignIn(problem)
}

/**
 * Leads the owner through the proof that approvals take: the passkey right here if they are signed in, or the pages of
 * sign-in, which lead back to the account.
 */
export function ProveOwner({ account, onProven }: { readonly account: PhoneAccount; onProven(): void }) {
  const { approvals: text } = useSaid()
  const { site } = useSurroundings()
  const { data: here } = useHere()
  const leave = () => signIn(site, `/accounts/${account.id}`, account)
  const prove = useMutation({
    mutationFn: async () => {
      if (!isSame(here ?? undefined, account)) return await leave()
      try {
        await site.send('POST', '/security-info/api/ready')
        onProven()
      } catch (problem) {
        if (!needsSignIn(problem)) throw problem
        await leave()
      }
    },
  })
  // Whoever closed the question has seen it, and it is still here.
  const problem = isNotFresh(prove.error) ? null : prove.error
  return (
    <div className="mb-4 grid gap-3">
      <Notice
        title={text.proveTitle}
        live="polite"
        actions={
          <Button busy={prove.isPending ? text.sending : undefined} onClick={() => prove.mutate()}>
            {text.prove}
          </Button>
        }
      >
        {text.proveLead}
      </Notice>
      {problem !== null && <ProblemNotice problem={problem} />}
    </div>
  )
}

function isNotFresh(problem: unknown): boolean {
  return problem instanceof ApiProblem && problem.code === 'fresh_sign_in_needed'
}
