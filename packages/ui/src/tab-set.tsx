import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'

/** Sides of one subject, one at a time. */
export interface TabSetProps {
  readonly label: string
  readonly tabs: readonly { readonly name: string; readonly label: string; readonly content: ReactNode }[]
  readonly shown: string
  onShow(name: string): void
}

/** See `TabSetProps`. */
export function TabSet({ label, tabs, shown, onShow }: TabSetProps) {
  return (
    <Tabs.Root value={shown} onValueChange={onShow}>
      <Tabs.List aria-label={label} className="mb-4 flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Tabs.Trigger
            key={tab.name}
            value={tab.name}
            className="min-h-11 border-b-2 border-transparent px-3 font-semibold whitespace-nowrap text-soft data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.name} value={tab.name}>
          {tab.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}
