import type { Phone, Step, Wizard } from '@latchkey/guidance'
import { PageHead, ScanPicture } from '@latchkey/ui'
import { Apple, Ban, Bluetooth, Camera, CircleCheck, Ruler, Smartphone, Wifi } from 'lucide-react'
import { useSaid } from '../../said.ts'
import { GetAppStep } from './get-app-step.tsx'
import { MakeProviderStep } from './make-provider-step.tsx'
import { Onward } from './onward.tsx'
import { GetOwn, InApp, OwnAccount, OwnRequirements, OwnScan } from './own-step.tsx'
import { Points } from './points.tsx'

/** A page of a wizard but the last: what to have, to know or to do, and the way on. */
export function StepView({
  step,
  wizard,
  onNext,
  onPhone,
}: {
  readonly step: Exclude<Step, { readonly id: 'prompt' }>
  readonly wizard: Wizard
  onNext(): void
  onPhone(phone: Phone): void
}) {
  switch (step.id) {
    case 'requirements':
      return <Requirements step={step} onNext={onNext} />
    case 'getApp':
      return <GetAppStep step={step} wizard={wizard} onNext={onNext} />
    case 'choosePhone':
      return <ChoosePhone phones={step.phones} onPhone={onPhone} />
    case 'makeProvider':
      return <MakeProviderStep step={step} onNext={onNext} />
    case 'nearby':
      return <Nearby onNext={onNext} />
    case 'camera':
      return <CameraStep step={step} onNext={onNext} />
    case 'reminder':
      return <Reminder step={step} onNext={onNext} />
    case 'ownRequirements':
      return <OwnRequirements step={step} onNext={onNext} />
    case 'getOwn':
      return <GetOwn step={step} wizard={wizard} onNext={onNext} />
    case 'ownAccount':
      return <OwnAccount step={step} onNext={onNext} />
    case 'ownScan':
      return <OwnScan step={step} onNext={onNext} />
    case 'inApp':
      return <InApp step={step} />
  }
}

function Requirements({
  step,
  onNext,
}: {
  readonly step: Extract<Step, { readonly id: 'requirements' }>
  onNext(): void
}) {
  const { steps, common } = useSaid()
  const { requirements: text } = steps
  return (
    <>
      <PageHead title={text.title} lead={text.lead({ name: step.name })} />
      <Points
        items={[
          step.iOS !== undefined && [<Apple key="icon" />, text.iOS({ version: step.iOS })],
          step.android !== undefined && [<Smartphone key="icon" />, text.android({ version: step.android })],
          [<CircleCheck key="icon" />, text.lock],
          step.otherDevice && [<Bluetooth key="icon" />, text.both],
        ]}
      />
      <Onward onNext={onNext}>{common.next}</Onward>
    </>
  )
}

function ChoosePhone({
  phones,
  onPhone,
}: {
  readonly phones: readonly Phone[]
  onPhone(phone: Phone): void
}) {
  const { choosePhone: text } = useSaid().steps
  const icons = { iOS: Apple, android: Smartphone }
  return (
    <>
      <PageHead title={text.title} />
      <div className="grid gap-4 sm:grid-cols-2">
        {phones.map((phone) => {
          const Icon = icons[phone]
          return (
            <button
              key={phone}
              type="button"
              onClick={() => onPhone(phone)}
              className="flex flex-col items-center gap-3 rounded-2xl border border-edge bg-paper px-6 py-8 text-lg font-semibold shadow-card hover:border-accent hover:bg-hover"
            >
              <Icon aria-hidden className="size-10 text-accent" />
              {text[phone]}
            </button>
          )
        })}
      </div>
    </>
  )
}

function Nearby({ onNext }: { onNext(): void }) {
  const { nearby: text } = useSaid().steps
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Points
        items={[
          [<Bluetooth key="icon" />, text.bluetooth],
          [<Wifi key="icon" />, text.internet],
          [<Ruler key="icon" />, text.close],
        ]}
      />
      <Onward onNext={onNext}>{text.done}</Onward>
    </>
  )
}

function CameraStep({
  step,
  onNext,
}: {
  readonly step: Extract<Step, { readonly id: 'camera' }>
  onNext(): void
}) {
  const { steps, common } = useSaid()
  const { camera: text } = steps
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <ScanPicture label={text.picture} />
      <Points
        items={[
          [<Camera key="icon" />, text[step.phone ?? 'any']],
          step.name !== undefined && [<Ban key="icon" />, text.not({ name: step.name })],
        ]}
      />
      <Onward onNext={onNext}>{common.next}</Onward>
    </>
  )
}

function Reminder({
  step,
  onNext,
}: {
  readonly step: Extract<Step, { readonly id: 'reminder' }>
  onNext(): void
}) {
  const { reminder: text } = useSaid().steps
  const { name } = step
  return (
    <>
      <PageHead title={text.title({ name })} />
      <p className="max-w-xl text-lg">{step.otherDevice ? text.there({ name }) : text.here({ name })}</p>
      <Onward onNext={onNext}>{text.understand}</Onward>
    </>
  )
}
