import { Badge, Notice, type Tone } from '@latchkey/ui'
import { useSaidIn } from '../../../said.ts'
import type { Wave } from './wave.ts'

const tones: Readonly<Record<Wave['state'], Tone>> = {
  planned: 'plain',
  started: 'good',
  stopped: 'warn',
  done: 'plain',
}

/** Where a wave is. */
export function WaveState({ wave }: { readonly wave: Wave }) {
  const { waves: said } = useSaidIn('rollout')
  return <Badge tone={tones[wave.state]}>{said.states[wave.state]}</Badge>
}

/** Why a wave does not go on, if it does not. */
export function HeldNotice({ wave }: { readonly wave: Wave }) {
  const { held } = useSaidIn('rollout').waves
  const { heldBecause } = wave
  if (heldBecause === null) return null
  const reasons: Readonly<Record<string, string>> = held.because
  return (
    <Notice tone="warn" title={held.title}>
      {reasons[heldBecause] ?? held.because.other}
    </Notice>
  )
}
