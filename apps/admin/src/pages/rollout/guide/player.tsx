import { useClient } from '@latchkey/front'
import { Badge, Button, Card, SelectField } from '@latchkey/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useSaidIn } from '../../../said.ts'
import { useWhyNot } from '../../../why-not.ts'
import { EditStep } from './edit-step.tsx'
import { type Played, type PlayedStep, type Playing, playPath } from './guide.ts'

/** The walk-through that somebody would see, step by step: a simulated device, and the text beside it. */
export function Player({ playing, onWay }: { readonly playing: Playing; onWay(way: string): void }) {
  const client = useClient()
  const path = playPath(playing)
  const { data } = useQuery({
    queryKey: ['guide', 'played', path],
    queryFn: ({ signal }) => client.get<Played>(path, { signal }),
    placeholderData: keepPreviousData,
  })
  if (data === undefined) return null
  // Another guide begins at its first step.
  const key = `${playing.device} ${playing.account} ${data.way ?? ''}`
  return <Walk key={key} played={data} playing={playing} onWay={onWay} />
}

function Walk({
  played: { steps, ways, way, deviceName },
  playing,
  onWay,
}: {
  readonly played: Played
  readonly playing: Playing
  onWay(way: string): void
}) {
  const { rolloutGuide: said } = useSaidIn('rollout')
  const [at, setAt] = useState(0)
  const step = steps[Math.min(at, steps.length - 1)]
  if (step === undefined) return null
  const title = said.player.title({ device: deviceName })
  return (
    <Card title={title}>
      <div className="flex flex-col gap-6">
        {way !== null && (
          <div className="max-w-sm">
            <SelectField
              label={said.player.way}
              value={way}
              options={ways.map(({ id, name }) => ({ value: id, label: name }))}
              onChoose={onWay}
            />
          </div>
        )}
        <div className="grid items-center gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
          <StepText step={step} playing={playing} />
          <Simulated step={step} />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            icon={<ChevronLeft aria-hidden className="size-4" />}
            unavailable={at === 0 ? said.player.first : undefined}
            onClick={() => setAt(at - 1)}
          >
            {said.player.back}
          </Button>
          <p role="status" className="text-soft">
            {said.player.at({ step: Math.min(at, steps.length - 1) + 1, of: steps.length })}
          </p>
          <Button
            look="primary"
            icon={<ChevronRight aria-hidden className="size-4" />}
            unavailable={at >= steps.length - 1 ? said.player.last : undefined}
            onClick={() => setAt(at + 1)}
          >
            {said.player.next}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function StepText({ step, playing }: { readonly step: PlayedStep; readonly playing: Playing }) {
  const { rolloutGuide: said } = useSaidIn('rollout')
  const [editing, setEditing] = useState(false)
  const unavailable = useWhyNot('change the methods policy')
  return (
    <div lang={playing.language} className="flex flex-col items-start gap-3">
      <h3 className="text-xl font-bold">{step.title}</h3>
      <ol className="flex list-decimal flex-col gap-1 pl-5">
        {step.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {step.hint !== null && <p className="rounded-xl bg-hover px-4 py-2 text-sm">{step.hint}</p>}
      <p className="text-sm text-soft">{step.reviewed}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          icon={<Pencil aria-hidden className="size-4" />}
          unavailable={unavailable}
          onClick={() => setEditing(true)}
        >
          {said.edit.open}
        </Button>
        {step.isTextChanged && <Badge tone="good">{said.edit.ownText}</Badge>}
        {step.isPictureChanged && <Badge tone="good">{said.edit.ownPicture}</Badge>}
      </div>
      {editing && (
        <EditStep key={step.id} step={step} language={playing.language} onClose={() => setEditing(false)} />
      )}
    </div>
  )
}

/** What is on the screen of whoever follows the step. */
function Simulated({ step }: { readonly step: PlayedStep }) {
  const { player: said } = useSaidIn('rollout').rolloutGuide
  return step.picture === null ? (
    <p className="grid min-h-40 place-items-center rounded-2xl border border-dashed border-edge p-6 text-center text-soft">
      {said.noPicture}
    </p>
  ) : (
    <img
      src={step.picture}
      width={320}
      height={220}
      alt={said.picture({ title: step.title })}
      className="h-auto w-full rounded-2xl object-contain"
    />
  )
}
