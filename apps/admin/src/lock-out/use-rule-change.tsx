import type { Client } from '@latchkey/api'
import { useSurroundings } from '@latchkey/front'
import { useToast } from '@latchkey/ui'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { LockOutDialog } from './lock-out-dialog.tsx'
import { type LockOutRefusal, type RuleRequest, readRefusal } from './rule-change.ts'

/** A change that may shut people out, and what follows from it. */
export interface RuleChangeOptions<Input, Output> {
  request(input: Input): RuleRequest
  /** The same with less harm, offered where people would be shut out: report-only, say. */
  instead?(input: Input): RuleRequest | undefined
  /** What has to be read again afterwards: the beginnings of query keys. */
  readonly refresh?: readonly QueryKey[]
  /** What to say when it is done. */
  readonly done?: string
  after?(output: Output, input: Input): void
}

/** A change that can be made from a page, and asked about. */
export interface RuleChange<Input> {
  run(input: Input): void
  /** Show whom it would affect, and make it only if it is asked for there. */
  look(input: Input): void
  readonly busy: boolean
  /** What went wrong the last time, apart from people who would be shut out; for `ProblemNotice`. */
  readonly problem: Error | null
  reset(): void
  /** To be drawn somewhere on the page. */
  readonly dialog: ReactNode
}

interface Asked<Input> {
  readonly input: Input
  readonly request: RuleRequest
  readonly refusal?: LockOutRefusal
  /** Whether the list is another than the one that was acknowledged. */
  readonly changed?: true
}

/**
 * Make a change as `useChange` does, if it shuts nobody out. If it does, a dialog says whom, why, and what to do instead;
 * there it can be acknowledged, and is made. What would lose the last administrator can not.
 */
export function useRuleChange<Input = void, Output = unknown>({
  request: toRequest,
  instead,
  refresh = [],
  done,
  after,
}: RuleChangeOptions<Input, Output>): RuleChange<Input> {
  const { client, site } = useSurroundings()
  const queries = useQueryClient()
  const tell = useToast()
  const [asked, setAsked] = useState<Asked<Input>>()

  const change = useMutation({
    mutationFn: ({ request, acknowledge }: Attempt<Input>) =>
      send<Output>({ client, site }, request, acknowledge),
    onSuccess: async (output, { input }) => {
      setAsked(undefined)
      // Whatever is in the rules, every list of them may have changed with it.
      const keys = [...refresh, ['rules'], ['history']]
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
      if (done !== undefined) tell(done)
      after?.(output, input)
    },
    onError: (problem, { input, request, acknowledge }) => {
      const refusal = readRefusal(problem)
      if (refusal === undefined) return setAsked(undefined)
      setAsked({ input, request, refusal, ...(acknowledge !== undefined && { changed: true }) })
    },
  })
  const attempt = (input: Input, request: RuleRequest, acknowledge?: string) =>
    change.mutate({ input, request, ...(acknowledge !== undefined && { acknowledge }) })

  const other = asked && instead?.(asked.input)
  const refused = readRefusal(change.error) !== undefined
  return {
    run: (input) => attempt(input, toRequest(input)),
    look: (input) => setAsked({ input, request: toRequest(input) }),
    busy: change.isPending,
    problem: refused ? null : change.error,
    reset: change.reset,
    dialog: asked && (
      <LockOutDialog
        key={asked.refusal?.shutOut.acknowledge.value ?? 'asked'}
        request={asked.request}
        refusal={asked.refusal}
        changed={asked.changed === true}
        busy={change.isPending}
        onGoOn={(acknowledge) => attempt(asked.input, asked.request, acknowledge)}
        onInstead={other && (() => attempt(asked.input, other))}
        onClose={() => setAsked(undefined)}
      />
    ),
  }
}

interface Attempt<Input> {
  readonly input: Input
  readonly request: RuleRequest
  readonly acknowledge?: string
}

function send<Output>(
  { client, site }: { readonly client: Client; readonly site: Client },
  { method, path, body, version }: RuleRequest,
  acknowledge: string | undefined,
): Promise<Output> {
  const ask = {
    ...(body !== undefined && { body }),
    ...(acknowledge !== undefined && { headers: { 'latchkey-acknowledge': acknowledge } }),
  }
  return version === 'beta'
    ? site.send<Output>(method, `/admin/api/beta${path}`, ask)
    : client.send<Output>(method, path, ask)
}
