import { Badge, type Tone } from '@latchkey/ui'
import { useSaid } from '../../said.ts'
import type { PassRequest } from './pass-request.ts'

const tones: Readonly<Record<PassRequest['state'], Tone>> = {
  open: 'warn',
  approved: 'good',
  refused: 'plain',
  stopped: 'bad',
  expired: 'plain',
}

/** What became of a request, in a word. */
export function StateBadge({ state }: Pick<PassRequest, 'state'>) {
  const { states } = useSaid().requests
  return <Badge tone={tones[state]}>{states[state]}</Badge>
}
