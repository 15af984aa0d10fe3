import { Cloud, Cpu, KeyRound, ShieldQuestion, Smartphone } from 'lucide-react'
import type { Model } from './catalogue.ts'

const drawn = {
  securityKey: KeyRound,
  platform: Cpu,
  provider: Cloud,
  latchkey: Smartphone,
  unknown: ShieldQuestion,
} as const satisfies Readonly<Record<Model['kind'], unknown>>

/** The picture of a model: its own, if the metadata has one; else what kind of thing it is. Says nothing by itself. */
export function ModelIcon({ model: { aaGuid, kind, hasIcon } }: { readonly model: Model }) {
  const Drawn = drawn[kind]
  return (
    <span aria-hidden className="grid size-10 flex-none place-items-center rounded-xl bg-hover text-accent">
      {hasIcon ? (
        <img
          src={`/admin/api/v1.0/latchkey/models/${aaGuid}/icon`}
          alt=""
          loading="lazy"
          className="max-h-8 max-w-8 rounded bg-white object-contain"
        />
      ) : (
        <Drawn className="size-5" />
      )}
    </span>
  )
}
