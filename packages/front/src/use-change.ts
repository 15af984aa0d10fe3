import { useToast } from '@latchkey/ui'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'

/** A change, and what follows from it. */
export interface ChangeOptions<Input, Output> {
  /** Make the change. */
  does(input: Input): Promise<Output>
  /** What has to be read again afterwards: the beginnings of query keys. */
  readonly refresh?: readonly QueryKey[]
  /** What to say when it is done. */
  readonly done?: string
  after?(output: Output, input: Input): void
}

/** A change that can be made from a page. */
export interface Change<Input> {
  run(input: Input): void
  readonly busy: boolean
  /** What went wrong the last time; for `ProblemNotice`. */
  readonly problem: Error | null
  /** Forget what went wrong. */
  reset(): void
}

/** Make a change, read again what it changed, and say that it is done. */
export function useChange<Input = void, Output = unknown>({
  does,
  refresh = [],
  done,
  after,
}: ChangeOptions<Input, Output>): Change<Input> {
  const queries = useQueryClient()
  const tell = useToast()
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: does,
    onSuccess: async (output, input) => {
      await Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey })))
      if (done !== undefined) tell(done)
      after?.(output, input)
    },
  })
  return { run: mutate, busy: isPending, problem: error, reset }
}
